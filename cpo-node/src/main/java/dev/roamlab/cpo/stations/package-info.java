/** The stations, and what their numbers mean in OCPI. */
@NullMarked
package dev.roamlab.cpo.stations;

import org.jspecify.annotations.NullMarked;
