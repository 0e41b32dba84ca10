/** The checks of the chapter on locations. */
package dev.roamlab.conformance.checks.locations;
