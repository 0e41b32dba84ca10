/** Time and recording, shared by everything in a lab: the clock, the ids, and what crossed a wire. */
@NullMarked
package dev.roamlab.lab;

import org.jspecify.annotations.NullMarked;
