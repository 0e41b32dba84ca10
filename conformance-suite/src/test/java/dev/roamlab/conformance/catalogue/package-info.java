/** The catalogue as shipped, and the loader's answers to malformed entries. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.catalogue;
