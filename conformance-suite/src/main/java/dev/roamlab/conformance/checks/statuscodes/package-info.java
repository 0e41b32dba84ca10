/** The checks of the chapter on status codes. */
package dev.roamlab.conformance.checks.statuscodes;
