package dev.roamlab.station;

import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TriggerReason;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a transaction may go. Reached at whichever comes first.
 *
 * @param atWh what the connector's meter shows then
 * @param at the time
 */
public record Quota(Optional<Long> atWh, Optional<Instant> at) {

    /** Whether it is used up. */
    boolean reached(long registerWh, Instant now) {
        return byEnergy(registerWh) || at.filter(end -> !end.isAfter(now)).isPresent();
    }

    StoppedReason reason(long registerWh) {
        return byEnergy(registerWh) ? StoppedReason.ENERGY_LIMIT_REACHED : StoppedReason.TIME_LIMIT_REACHED;
    }

    TriggerReason trigger(long registerWh) {
        return byEnergy(registerWh) ? TriggerReason.ENERGY_LIMIT_REACHED : TriggerReason.TIME_LIMIT_REACHED;
    }

    private boolean byEnergy(long registerWh) {
        return atWh.filter(end -> registerWh >= end).isPresent();
    }
}
