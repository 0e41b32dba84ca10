package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.payload.Wire;

/** A version of OCPP, as a network profile names it. */
public enum OcppVersion {
    @Wire("OCPP12")
    OCPP12,
    @Wire("OCPP15")
    OCPP15,
    @Wire("OCPP16")
    OCPP16,
    @Wire("OCPP20")
    OCPP20
}
