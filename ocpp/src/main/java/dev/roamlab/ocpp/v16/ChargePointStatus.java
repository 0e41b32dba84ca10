package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.payload.Wire;

/** What a connector is doing. */
enum ChargePointStatus {
    AVAILABLE,
    PREPARING,
    CHARGING,
    @Wire("SuspendedEVSE")
    SUSPENDED_EVSE,
    @Wire("SuspendedEV")
    SUSPENDED_EV,
    FINISHING,
    RESERVED,
    UNAVAILABLE,
    FAULTED;

    /** Occupied without more detail can only be said as Preparing: the one that promises least. */
    static ChargePointStatus of(ConnectorStatus status) {
        return status == ConnectorStatus.OCCUPIED ? PREPARING : valueOf(status.name());
    }

    ConnectorStatus neutral() {
        return ConnectorStatus.valueOf(name());
    }
}
