/** The suite's own arithmetic of tariffs, on raw JSON of either version: what a CDR should cost, and what known mistakes make of it. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.arithmetic;
