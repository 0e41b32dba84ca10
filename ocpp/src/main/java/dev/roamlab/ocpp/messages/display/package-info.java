/** Messages on the display. Spec: OCPP 2.0.1, part O. */
@NullMarked
package dev.roamlab.ocpp.messages.display;

import org.jspecify.annotations.NullMarked;
