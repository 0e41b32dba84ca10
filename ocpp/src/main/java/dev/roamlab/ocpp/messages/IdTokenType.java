package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Wire;

/** What kind of thing identifies the driver. */
public enum IdTokenType {
    CENTRAL,
    @Wire("eMAID")
    E_MAID,
    @Wire("ISO14443")
    ISO14443,
    @Wire("ISO15693")
    ISO15693,
    KEY_CODE,
    LOCAL,
    MAC_ADDRESS,
    NO_AUTHORIZATION
}
