package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Wire;

/** Whether a token may charge. OCPP 1.6 knows the first five. */
public enum AuthorizationStatus {
    ACCEPTED,
    BLOCKED,
    EXPIRED,
    INVALID,
    CONCURRENT_TX,
    NO_CREDIT,
    @Wire("NotAllowedTypeEVSE")
    NOT_ALLOWED_TYPE_EVSE,
    NOT_AT_THIS_LOCATION,
    NOT_AT_THIS_TIME,
    UNKNOWN
}
