/** Benchmarks and load programs, each with a {@code main}. */
@NullMarked
package dev.roamlab.bench;

import org.jspecify.annotations.NullMarked;
