package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.payload.Wire;

/** Who limits. */
public enum ChargingLimitSource {
    @Wire("EMS")
    EMS,
    OTHER,
    @Wire("SO")
    SO,
    @Wire("CSO")
    CSO
}
