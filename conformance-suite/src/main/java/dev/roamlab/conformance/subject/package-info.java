/** What is known of the system under test: what its operator told us, and what it publishes itself. */
package dev.roamlab.conformance.subject;
