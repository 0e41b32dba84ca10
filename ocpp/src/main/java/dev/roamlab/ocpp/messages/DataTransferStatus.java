package dev.roamlab.ocpp.messages;

/** What became of the data. */
public enum DataTransferStatus {
    ACCEPTED,
    REJECTED,
    UNKNOWN_MESSAGE_ID,
    UNKNOWN_VENDOR_ID
}
