/** The probes' worked figures, and what the judge makes of other systems' figures. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.arithmetic;
