package dev.roamlab.ocpp.v16;

/** What 1.6 can say of a token. */
enum AuthorizationStatus {
    ACCEPTED,
    BLOCKED,
    EXPIRED,
    INVALID,
    CONCURRENT_TX;

    /** The nearest word: a token that is known and may not charge is blocked, one that is not known is invalid. */
    static AuthorizationStatus of(dev.roamlab.ocpp.messages.AuthorizationStatus status) {
        return switch (status) {
            case ACCEPTED -> ACCEPTED;
            case EXPIRED -> EXPIRED;
            case CONCURRENT_TX -> CONCURRENT_TX;
            case BLOCKED, NO_CREDIT, NOT_ALLOWED_TYPE_EVSE, NOT_AT_THIS_LOCATION, NOT_AT_THIS_TIME -> BLOCKED;
            case INVALID, UNKNOWN -> INVALID;
        };
    }

    dev.roamlab.ocpp.messages.AuthorizationStatus neutral() {
        return dev.roamlab.ocpp.messages.AuthorizationStatus.valueOf(name());
    }
}
