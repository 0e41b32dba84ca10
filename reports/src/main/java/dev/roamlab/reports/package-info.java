/** The run model (steps, verdicts, exchanges) and its renderings, each a function from a run to text. */
@org.jspecify.annotations.NullMarked
package dev.roamlab.reports;
