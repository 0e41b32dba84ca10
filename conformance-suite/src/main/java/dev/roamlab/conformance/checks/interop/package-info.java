/** Field lessons: what the specification does not ask, and what breaks connections all the same. Layer {@code interop}. */
package dev.roamlab.conformance.checks.interop;
