package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.Example;
import dev.roamlab.control.shape.Says;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A charger: who it is, what it can do, and in short how it stands. */
@Says("A charger: who it is, what it can do, and in short how it stands.")
public record Charger(
        @Says("Its identity on the wire, the last part of its WebSocket URL.") @Example("\"RL-0001\"")
        String chargePointId,

        @Says("Its model in the lab's catalogue; see /models.") @Example("\"dc-300\"")
        String type,

        @Says("As it reports it.") String serialNumber,
        @Says("What one orders.") String catalogueNumber,
        @Says("As it reports it.") String vendor,
        @Says("As it reports it.") String model,

        @Says("Of the strongest connector. AC: between phase and neutral; DC: highest output.")
        int ratedVolts,

        @Says("Of the strongest connector, per phase.") int ratedAmps,

        @Says("What it may draw at most, per phase, where it is installed; absent without such a limit.")
        Optional<Double> maxAmps,

        @Says("What it may draw in all.") double powerKw,
        @Says("The fleet it belongs to.") Optional<String> group,
        @Says("Where it connects to; its own id follows.") String csmsUrl,

        @Says("The version of OCPP on its wire, while it is connected.")
        Optional<String> ocppVersion,

        @Says("How it stands with its central system.") ConnectionState connection,
        @Says("The charger as a whole.") ConnectorStatus status,

        @Says("When something last happened to it or was heard of it.")
        Instant lastSeen,

        @Says("Its connectors, numbered from 1 across the charger.")
        List<ConnectorInfo> connectors) {

    /** One connector, as it is built. */
    @Says("A connector, as it is built.")
    public record ConnectorInfo(
            @Says("From 1.") int connector,

            @Says("The EVSE it belongs to, from 1; one of its connectors at a time can be in use.")
            int evse,

            @Says("Plug or socket, in OCPI's words.") @Example("\"IEC_62196_T2\"")
            String standard,

            @Says("What it delivers, in OCPI's words.") @Example("\"AC_3_PHASE\"")
            String powerType,

            @Says("Whether the charger brings the cable.") boolean cableAttached,
            int volts,
            @Says("Per phase.") int amps,
            double powerKw) {}
}
