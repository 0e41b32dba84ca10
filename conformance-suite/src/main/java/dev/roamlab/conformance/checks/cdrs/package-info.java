/** The checks of the chapter on cdrs. */
package dev.roamlab.conformance.checks.cdrs;
