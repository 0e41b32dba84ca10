/** Malformed requests, frames and files by the ten thousand, thrown at running nodes and at the readers of files. */
@NullMarked
package dev.roamlab.scenarios.fuzz;

import org.jspecify.annotations.NullMarked;
