/** Each rendering against its golden file and its own rules, and the trace there and back. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.reports;
