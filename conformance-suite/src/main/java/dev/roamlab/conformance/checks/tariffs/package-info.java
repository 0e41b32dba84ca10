/** The checks of the chapter on tariffs. */
package dev.roamlab.conformance.checks.tariffs;
