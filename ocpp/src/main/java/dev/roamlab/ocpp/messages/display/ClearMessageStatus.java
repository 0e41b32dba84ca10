package dev.roamlab.ocpp.messages.display;

/** Whether a message was removed. */
public enum ClearMessageStatus {
    ACCEPTED,
    UNKNOWN
}
