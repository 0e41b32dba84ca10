package dev.roamlab.ocpp.messages;

/** Whether the cache of tokens was cleared. */
public enum ClearCacheStatus {
    ACCEPTED,
    REJECTED
}
