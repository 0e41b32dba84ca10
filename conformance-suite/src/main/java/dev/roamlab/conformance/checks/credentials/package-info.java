/** The checks of the chapter on credentials. */
package dev.roamlab.conformance.checks.credentials;
