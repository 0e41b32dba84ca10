package dev.roamlab.station.charging;

import dev.roamlab.ocpp.messages.charging.ChargingLimitSource;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import java.time.Instant;

/**
 * A profile that a station has.
 *
 * @param evse it applies to; 0 for the station as a whole, or for every EVSE where it is a default
 * @param source who has set it
 * @param since when it came: an absolute schedule without a beginning of its own begins then
 */
public record InstalledProfile(int evse, ChargingLimitSource source, Instant since, ChargingProfile profile) {

    /** Whether it is about a purpose at an EVSE. */
    boolean serves(ChargingProfilePurpose purpose, int place) {
        return evse == place && profile.chargingProfilePurpose() == purpose;
    }

    int stackLevel() {
        return profile.stackLevel();
    }

    /** The one that counts: others are offers to a car that can choose, and these come one by one. */
    ChargingSchedule schedule() {
        return profile.chargingSchedule().get(0);
    }

    /** Whether there is a time at which both are valid. */
    boolean overlaps(ChargingProfile other) {
        boolean before = profile.validTo()
                .flatMap(end -> other.validFrom().filter(start -> !start.isBefore(end)))
                .isPresent();
        boolean after = other.validTo()
                .flatMap(end -> profile.validFrom().filter(start -> !start.isBefore(end)))
                .isPresent();
        return !before && !after;
    }
}
