@NullMarked
package dev.roamlab.station.replay;

import org.jspecify.annotations.NullMarked;
