package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.Says;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a charger stands at this moment. */
@Says("How a charger stands at this moment.")
public record ChargerStatus(
        String chargePointId,
        @Says("When this was so.") Instant at,

        @Says("Whether it runs: it has power and is not in the middle of a restart.")
        boolean powered,

        @Says("How it stands with its central system.") ConnectionState connection,

        @Says("When something last happened to it or was heard of it.")
        Instant lastSeen,

        @Says("The charger as a whole.") ConnectorStatus status,
        @Says("What is wrong with it as a whole.") Optional<ErrorCode> errorCode,

        @Says("Messages about transactions that the central system has not confirmed yet.")
        int unconfirmed,

        List<ConnectorView> connectors) {

    /** One connector. */
    @Says("A connector at this moment.")
    public record ConnectorView(
            @Says("From 1.") int connector,
            @Says("The EVSE it belongs to, from 1.") int evse,
            ConnectorStatus status,
            @Says("What is wrong with it.") Optional<ErrorCode> errorCode,
            @Says("Whether a cable is in.") boolean plugged,
            @Says("Of the transaction under way.") Optional<String> transactionId,

            @Says("Of the transaction under way; 0 without one.")
            long energyWh,

            @Says("What the meter shows.") long registerWh,
            @Says("What flows.") double powerW,

            @Says("Of the car, in per cent, while its cable is in.")
            Optional<Double> stateOfCharge) {}
}
