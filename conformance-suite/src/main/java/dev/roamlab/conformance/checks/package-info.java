/** All checks, by chapter of the specification. */
package dev.roamlab.conformance.checks;
