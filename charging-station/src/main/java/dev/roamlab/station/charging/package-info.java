/** Charging profiles: which there are, what they allow when, and what they come to together. Pure. Spec: OCPP 2.0.1, part K. */
@NullMarked
package dev.roamlab.station.charging;

import org.jspecify.annotations.NullMarked;
