/** Causing what only the operator of the system under test can: by webhook, by shell command, by asking a person. */
package dev.roamlab.conformance.trigger;
