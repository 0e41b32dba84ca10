package dev.roamlab.ocpp.messages;

/** What became of the lock. */
public enum UnlockStatus {
    UNLOCKED,
    UNLOCK_FAILED,
    ONGOING_AUTHORIZED_TRANSACTION,
    UNKNOWN_CONNECTOR,
    /** Only OCPP 1.6: the connector has no lock. */
    NOT_SUPPORTED
}
