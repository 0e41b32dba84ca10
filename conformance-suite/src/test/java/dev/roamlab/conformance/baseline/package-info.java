@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.baseline;
