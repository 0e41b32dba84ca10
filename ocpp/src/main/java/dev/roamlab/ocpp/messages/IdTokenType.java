package dev.roamlab.ocpp.messages;

/** What kind of thing identifies the driver. */
public enum IdTokenType {
    CENTRAL,
    E_MAID,
    ISO14443,
    ISO15693,
    KEY_CODE,
    LOCAL,
    MAC_ADDRESS,
    NO_AUTHORIZATION
}
