/** Updates of firmware. Spec: OCPP 2.0.1, part L. */
@NullMarked
package dev.roamlab.ocpp.messages.firmware;

import org.jspecify.annotations.NullMarked;
