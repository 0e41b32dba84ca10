/** The checks of the chapter on tokens. */
package dev.roamlab.conformance.checks.tokens;
