package dev.roamlab.ocpi.sessions;

import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What the driver would like of a running session. Spec: mod_sessions_charging_preferences_object.
 *
 * @param energyNeed kWh
 * @param dischargeAllowed empty means no
 */
public record ChargingPreferences(
        ProfileType profileType,
        Optional<Instant> departureTime,
        Optional<BigDecimal> energyNeed,
        Optional<Boolean> dischargeAllowed) {
    public ChargingPreferences {
        Require.present("profile_type", profileType);
        energyNeed = Numbers.plain("energy_need", energyNeed);
    }
}
