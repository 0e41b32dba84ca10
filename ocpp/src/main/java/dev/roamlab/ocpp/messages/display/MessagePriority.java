package dev.roamlab.ocpp.messages.display;

/** Which message wins. */
public enum MessagePriority {
    ALWAYS_FRONT,
    IN_FRONT,
    NORMAL_CYCLE
}
