package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ResetType;

/** How hard a station restarts. */
enum ResetKind {
    HARD,
    SOFT;

    static ResetKind of(ResetType type) {
        return switch (type) {
            case IMMEDIATE -> HARD;
            case ON_IDLE -> SOFT;
        };
    }

    ResetType neutral() {
        return this == HARD ? ResetType.IMMEDIATE : ResetType.ON_IDLE;
    }
}
