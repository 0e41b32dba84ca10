/** The checks of the chapter on transport. */
package dev.roamlab.conformance.checks.transport;
