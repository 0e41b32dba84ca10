/** Chargers one by one: what they are, how they stand, and what happens to them. */
@NullMarked
package dev.roamlab.control.chargers;

import org.jspecify.annotations.NullMarked;
