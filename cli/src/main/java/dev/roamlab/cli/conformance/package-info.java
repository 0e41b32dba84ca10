/** Examining somebody's system, and everything around it: the catalogue, SUT files, comparisons, the suite's own test. */
@NullMarked
package dev.roamlab.cli.conformance;

import org.jspecify.annotations.NullMarked;
