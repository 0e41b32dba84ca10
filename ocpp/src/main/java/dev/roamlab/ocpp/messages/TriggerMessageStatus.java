package dev.roamlab.ocpp.messages;

/** Whether the message will come. */
public enum TriggerMessageStatus {
    ACCEPTED,
    REJECTED,
    NOT_IMPLEMENTED
}
