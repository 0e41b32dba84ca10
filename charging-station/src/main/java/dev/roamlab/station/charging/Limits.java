package dev.roamlab.station.charging;

import static dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS;
import static dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE;
import static dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose.TX_DEFAULT_PROFILE;
import static dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose.TX_PROFILE;

import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.station.physics.PowerLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What all profiles together allow: of each purpose the highest stack level that holds, of all purposes the least. A
 * transaction's own profile stands in for the default one. Spec: OCPP 2.0.1, K01 and part 2 section 3 of K.
 */
public final class Limits {
    private static final int STATION = 0;

    private Limits() {}

    /** What an EVSE's profiles allow, without those of the station as a whole. */
    public static Ceiling ofEvse(Profiles profiles, Place place, Instant now) {
        if (profiles.isEmpty()) {
            return Ceiling.OPEN;
        }
        Ceiling external = highest(
                profiles, profile -> profile.serves(CHARGING_STATION_EXTERNAL_CONSTRAINTS, place.evse()), place, now);
        return external.and(ofTransaction(profiles, place, now));
    }

    /** What the station as a whole may draw, all EVSEs together. */
    public static Ceiling ofStation(Profiles profiles, Supply grid, Instant now) {
        if (profiles.isEmpty()) {
            return Ceiling.OPEN;
        }
        Place station = new Place(STATION, Optional.empty(), grid);
        return highest(profiles, profile -> profile.serves(CHARGING_STATION_MAX_PROFILE, STATION), station, now)
                .and(highest(
                        profiles,
                        profile -> profile.serves(CHARGING_STATION_EXTERNAL_CONSTRAINTS, STATION),
                        station,
                        now));
    }

    private static Ceiling ofTransaction(Profiles profiles, Place place, Instant now) {
        List<InstalledProfile> own =
                profiles.those(profile -> profile.serves(TX_PROFILE, place.evse()) && place.isOf(profile));
        Found found = find(own, place, now);
        if (found.span().value().isPresent()) {
            return found.ceiling(place.supply());
        }
        List<InstalledProfile> defaults = profiles.those(profile ->
                profile.serves(TX_DEFAULT_PROFILE, place.evse()) || profile.serves(TX_DEFAULT_PROFILE, STATION));
        return find(defaults, place, now)
                .ceiling(place.supply())
                .atMostUntil(found.span().until());
    }

    private static Ceiling highest(Profiles profiles, Predicate<InstalledProfile> wanted, Place place, Instant now) {
        return find(profiles.those(wanted), place, now).ceiling(place.supply());
    }

    /** The first of these that has something to say now, and until when that stays so. */
    private static Found find(List<InstalledProfile> candidates, Place place, Instant now) {
        Instant until = Instant.MAX;
        for (InstalledProfile candidate : candidates) {
            Span<ChargingSchedulePeriod> span = Timeline.at(candidate, place.begun(), now);
            if (span.value().isPresent()) {
                return new Found(Optional.of(candidate), span.atMostUntil(until));
            }
            until = span.until().isBefore(until) ? span.until() : until;
        }
        return new Found(Optional.empty(), Span.nothing(until));
    }

    /** A period that holds, and whose it is. */
    private record Found(Optional<InstalledProfile> profile, Span<ChargingSchedulePeriod> span) {
        Ceiling ceiling(Supply supply) {
            if (profile.isEmpty() || span.value().isEmpty()) {
                return Ceiling.OPEN.atMostUntil(span.until());
            }
            var schedule = profile.get().schedule();
            PowerLimit least = schedule.minChargingRate()
                    .map(rate -> supply.limit(
                            rate,
                            schedule.chargingRateUnit(),
                            span.value().get().numberPhases(),
                            Optional.empty()))
                    .orElse(PowerLimit.ZERO);
            return new Ceiling(supply.limit(span.value().get(), schedule.chargingRateUnit()), least, span.until());
        }
    }
}
