package dev.roamlab.ocpp.messages.display;

/** Whether a message will be shown. */
public enum DisplayMessageStatus {
    ACCEPTED,
    NOT_SUPPORTED_MESSAGE_FORMAT,
    REJECTED,
    NOT_SUPPORTED_PRIORITY,
    NOT_SUPPORTED_STATE,
    UNKNOWN_TRANSACTION
}
