package dev.roamlab.ocpp.messages.variables;

import dev.roamlab.ocpp.payload.Wire;

/** How a modem proves who it is. */
public enum ApnAuthentication {
    @Wire("CHAP")
    CHAP,
    @Wire("NONE")
    NONE,
    @Wire("PAP")
    PAP,
    @Wire("AUTO")
    AUTO
}
