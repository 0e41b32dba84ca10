/** Playing the station's side of a recording against a CSMS. */
@NullMarked
package dev.roamlab.station.replay;

import org.jspecify.annotations.NullMarked;
