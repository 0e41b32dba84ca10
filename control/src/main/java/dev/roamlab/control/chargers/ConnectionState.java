package dev.roamlab.control.chargers;

/** How a charger stands with its central system. */
public enum ConnectionState {
    /** No connection. */
    DISCONNECTED,
    /** Connected; the central system has not accepted it yet. */
    CONNECTED,
    /** The central system has accepted it. */
    ACCEPTED
}
