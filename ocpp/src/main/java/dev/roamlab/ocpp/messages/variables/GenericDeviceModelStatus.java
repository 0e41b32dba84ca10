package dev.roamlab.ocpp.messages.variables;

/** What becomes of a request on the device model. */
public enum GenericDeviceModelStatus {
    ACCEPTED,
    REJECTED,
    NOT_SUPPORTED,
    EMPTY_RESULT_SET
}
