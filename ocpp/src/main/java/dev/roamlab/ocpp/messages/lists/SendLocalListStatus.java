package dev.roamlab.ocpp.messages.lists;

/** What became of a local list. */
public enum SendLocalListStatus {
    ACCEPTED,
    FAILED,
    VERSION_MISMATCH
}
