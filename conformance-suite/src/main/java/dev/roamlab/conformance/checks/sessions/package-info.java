/** The checks of the chapter on sessions. */
package dev.roamlab.conformance.checks.sessions;
