package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.UnlockStatus;

/** What became of the lock. */
enum UnlockOutcome {
    UNLOCKED,
    UNLOCK_FAILED,
    NOT_SUPPORTED;

    static UnlockOutcome of(UnlockStatus status) {
        return switch (status) {
            case UNLOCKED -> UNLOCKED;
            case UNLOCK_FAILED, ONGOING_AUTHORIZED_TRANSACTION -> UNLOCK_FAILED;
            case UNKNOWN_CONNECTOR, NOT_SUPPORTED -> NOT_SUPPORTED;
        };
    }

    UnlockStatus neutral() {
        return UnlockStatus.valueOf(name());
    }
}
