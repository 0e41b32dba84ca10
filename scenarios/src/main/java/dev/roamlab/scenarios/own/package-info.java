/** The shipped stories on somebody's own locations and tariffs: which place can carry them, and what the text says of it. */
@NullMarked
package dev.roamlab.scenarios.own;

import org.jspecify.annotations.NullMarked;
