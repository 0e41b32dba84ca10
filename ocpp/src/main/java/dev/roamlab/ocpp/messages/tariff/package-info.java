/** What a charge costs, shown to the driver. Spec: OCPP 2.0.1, part I. */
@NullMarked
package dev.roamlab.ocpp.messages.tariff;

import org.jspecify.annotations.NullMarked;
