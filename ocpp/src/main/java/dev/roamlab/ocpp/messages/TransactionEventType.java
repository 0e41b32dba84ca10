package dev.roamlab.ocpp.messages;

/** Where in a transaction an event lies. */
public enum TransactionEventType {
    STARTED,
    UPDATED,
    ENDED
}
