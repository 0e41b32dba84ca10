/** Recordings of raw frames, and their files. */
@NullMarked
package dev.roamlab.ocpp.trace;

import org.jspecify.annotations.NullMarked;
