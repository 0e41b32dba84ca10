/** The missing counterpart: an OCPI platform of our own that the system under test can register with and talk to. */
package dev.roamlab.conformance.tester;
