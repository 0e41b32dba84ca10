package dev.roamlab.ocpp.messages.lists;

/** Whether a list is replaced or changed. */
public enum UpdateType {
    DIFFERENTIAL,
    FULL
}
