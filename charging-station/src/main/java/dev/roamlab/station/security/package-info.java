/** The certificates of a station: which it has, which it takes, and why not. Pure. Spec: OCPP 2.0.1, A02 to A04, M03 to M05. */
@NullMarked
package dev.roamlab.station.security;

import org.jspecify.annotations.NullMarked;
