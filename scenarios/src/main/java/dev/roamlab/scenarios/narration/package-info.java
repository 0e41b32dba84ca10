/** Turns what happens in a scenario into text for people. */
@NullMarked
package dev.roamlab.scenarios.narration;

import org.jspecify.annotations.NullMarked;
