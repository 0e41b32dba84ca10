/** Simulated chargers against anybody's central system: started, driven, watched, and summed up. */
@NullMarked
package dev.roamlab.cli.chargers;

import org.jspecify.annotations.NullMarked;
