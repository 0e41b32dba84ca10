/** The checks of the chapter on types. */
package dev.roamlab.conformance.checks.types;
