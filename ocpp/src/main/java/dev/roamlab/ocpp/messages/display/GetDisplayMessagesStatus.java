package dev.roamlab.ocpp.messages.display;

/** Whether there are messages. */
public enum GetDisplayMessagesStatus {
    ACCEPTED,
    UNKNOWN
}
