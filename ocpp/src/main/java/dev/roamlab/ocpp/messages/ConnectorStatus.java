package dev.roamlab.ocpp.messages;

/**
 * What a connector is doing. OCPP 2.0.1 tells no more than {@link #OCCUPIED} and leaves the rest to transaction events;
 * OCPP 1.6 tells exactly what keeps the connector occupied, also outside of transactions (preparing, finishing), where
 * no 2.0.1 message would carry it. So the details are states of their own: a 1.6 status survives the way through the
 * neutral words in both directions, nothing contradictory (available, but charging) can be said, and who only needs the
 * coarse answer asks {@link #isOccupied()}.
 */
public enum ConnectorStatus {
    AVAILABLE,
    /** In use; nobody said how. */
    OCCUPIED,
    /** In use: a cable or a token is there, the other thing is missing. */
    PREPARING,
    /** In use: energy flows. */
    CHARGING,
    /** In use: the car takes nothing. */
    SUSPENDED_EV,
    /** In use: the station offers nothing. */
    SUSPENDED_EVSE,
    /** In use: the transaction is over, the cable still in. */
    FINISHING,
    RESERVED,
    UNAVAILABLE,
    FAULTED;

    /** Whether OCPP 2.0.1 would call this Occupied. */
    public boolean isOccupied() {
        return switch (this) {
            case OCCUPIED, PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING -> true;
            case AVAILABLE, RESERVED, UNAVAILABLE, FAULTED -> false;
        };
    }
}
