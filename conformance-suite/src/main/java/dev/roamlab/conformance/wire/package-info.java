/** Raw HTTP with the system under test, both ways, recorded as evidence. Nothing here knows what a message means. */
package dev.roamlab.conformance.wire;
