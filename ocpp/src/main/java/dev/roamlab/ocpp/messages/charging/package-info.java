/** Smart charging. Spec: OCPP 2.0.1, part K. */
@NullMarked
package dev.roamlab.ocpp.messages.charging;

import org.jspecify.annotations.NullMarked;
