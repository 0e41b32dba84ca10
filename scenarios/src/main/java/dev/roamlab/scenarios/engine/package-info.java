/** Plays scenarios: does, waits, checks, and tells its listeners. */
@NullMarked
package dev.roamlab.scenarios.engine;

import org.jspecify.annotations.NullMarked;
