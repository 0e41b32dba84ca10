/** The requirement catalogue: what OCPI asks of a platform, one entry per rule, and its strict loader. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.catalogue;
