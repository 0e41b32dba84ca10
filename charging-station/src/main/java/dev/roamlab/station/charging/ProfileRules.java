package dev.roamlab.station.charging;

import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import java.util.Set;

/**
 * What a station takes.
 *
 * @param evses how many it has
 * @param maxStackLevel the highest level
 * @param units in which limits may be given
 * @param maxPeriods of one schedule
 * @param maxProfiles in all
 * @param phaseSwitching whether one phase may be chosen
 * @param manners where versions of OCPP differ
 */
public record ProfileRules(
        int evses,
        int maxStackLevel,
        Set<ChargingRateUnit> units,
        int maxPeriods,
        int maxProfiles,
        boolean phaseSwitching,
        Manners manners) {
    public ProfileRules {
        units = Set.copyOf(units);
    }

    /** What versions of OCPP settle differently. */
    public enum Manners {
        /** A profile for a transaction may leave open for which; one of the same purpose and level replaces. Spec: OCPP 1.6, 3.13. */
        LENIENT,
        /** A profile for a transaction names it; a second one of the same purpose and level is refused. Spec: OCPP 2.0.1, K01. */
        EXACT
    }
}
