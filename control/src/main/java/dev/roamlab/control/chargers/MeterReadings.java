package dev.roamlab.control.chargers;

import dev.roamlab.control.shape.Says;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a charger's meters show. */
@Says("What a charger's meters show at this moment.")
record MeterReadings(
        String chargePointId, @Says("When this was so.") Instant at, List<Reading> readings) {

    /** One connector's meter. */
    @Says("One connector's meter.")
    record Reading(
            @Says("From 1.") int connector,
            @Says("What the meter shows; never goes back.") long registerWh,

            @Says("Of the transaction under way; 0 without one.")
            long energyWh,

            @Says("What flows.") double powerW,
            @Says("Of the transaction under way.") Optional<String> transactionId,
            @Says("Of the car, in per cent.") Optional<Double> stateOfCharge) {}
}
