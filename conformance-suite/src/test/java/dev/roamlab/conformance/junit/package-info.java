/** The suite as tests of somebody else's build. */
package dev.roamlab.conformance.junit;
