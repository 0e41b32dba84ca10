/** The people, places, tariffs and chargers that stories are about. */
@NullMarked
package dev.roamlab.scenarios.world;

import org.jspecify.annotations.NullMarked;
