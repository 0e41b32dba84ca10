/** Causing what only the operator of the system under test can: by webhook, by shell command, by asking a person. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.trigger;
