/** The checks of the chapter on versions. */
package dev.roamlab.conformance.checks.versions;
