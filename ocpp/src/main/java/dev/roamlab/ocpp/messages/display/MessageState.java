package dev.roamlab.ocpp.messages.display;

/** In which state of the station a message is shown. */
public enum MessageState {
    CHARGING,
    FAULTED,
    IDLE,
    UNAVAILABLE
}
