/** What a requirement means to people: where the specification says it, and why it matters. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.conformance.explain;
