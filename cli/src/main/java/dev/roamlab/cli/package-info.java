/** The roamlab command: reads arguments, calls what does the work, prints; decides nothing. */
@NullMarked
package dev.roamlab.cli;

import org.jspecify.annotations.NullMarked;
