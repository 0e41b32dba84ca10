/** Files that people write: read with the lines of all their mistakes. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.yaml;
