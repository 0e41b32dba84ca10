/** Failures that are known: they do not fail a run, and they must not be forgotten when they are gone. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.baseline;
