package dev.roamlab.station;

import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.charging.ChargingLimitSource;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfileCriterion;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.CompositeSchedule;
import dev.roamlab.ocpp.messages.charging.GetChargingProfileStatus;
import dev.roamlab.ocpp.messages.charging.GetChargingProfilesRequest;
import dev.roamlab.ocpp.messages.charging.GetChargingProfilesResponse;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleRequest;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleResponse;
import dev.roamlab.ocpp.messages.charging.ReportChargingProfilesRequest;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.charging.Ceiling;
import dev.roamlab.station.charging.Composition;
import dev.roamlab.station.charging.InstalledProfile;
import dev.roamlab.station.charging.Place;
import dev.roamlab.station.charging.Supply;
import dev.roamlab.station.physics.PowerLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a station tells of its profiles. Spec: OCPP 2.0.1, K08 and K09; OCPP 1.6, 5.7. */
final class Schedules {
    /** Profiles in one report: several small messages are easier on a link than a big one. */
    private static final int PART = 4;

    private Schedules() {}

    static GetCompositeScheduleResponse composite(Turn turn, GetCompositeScheduleRequest request) {
        StationState state = turn.state();
        Set<ChargingRateUnit> units = SmartCharging.units(state);
        Optional<ConnectorState> connector = SmartCharging.inUse(state, request.evseId());
        if (request.evseId() != 0 && connector.isEmpty()) {
            return refused(
                    "UnknownEvse",
                    "evseId: " + request.evseId() + ", this station has 1 to "
                            + state.spec().model().evses().size());
        } else if (request.chargingRateUnit()
                .filter(unit -> !units.contains(unit))
                .isPresent()) {
            return refused(
                    "UnsupportedRateUnit",
                    "chargingRateUnit: " + request.chargingRateUnit().get() + ", this station has " + units);
        } else if (request.duration() <= 0) {
            return refused("InvalidValue", "duration: " + request.duration() + ", above 0");
        }
        Supply supply =
                connector.map(known -> Allowance.supply(state, known.model())).orElseGet(() -> Allowance.grid(state));
        ChargingRateUnit unit = request.chargingRateUnit().orElseGet(() -> usual(units, supply));
        Composition.Composed composed = Composition.periods(
                connector.map(known -> ofConnector(state, known, turn.now())).orElseGet(() -> ofStation(state)),
                supply,
                unit,
                turn.now(),
                Duration.ofSeconds(request.duration()));
        return new GetCompositeScheduleResponse(
                GenericStatus.ACCEPTED,
                Optional.empty(),
                Optional.of(new CompositeSchedule(
                        composed.periods(), request.evseId(), composed.seconds(), turn.now(), unit)));
    }

    static GetChargingProfilesResponse report(Turn turn, GetChargingProfilesRequest request) {
        Map<Object, List<InstalledProfile>> groups = new LinkedHashMap<>();
        for (InstalledProfile installed : turn.state().profiles().those(found -> fits(request, found))) {
            groups.computeIfAbsent(List.of(installed.evse(), installed.source()), key -> new ArrayList<>())
                    .add(installed);
        }
        List<List<InstalledProfile>> parts = new ArrayList<>();
        for (List<InstalledProfile> group : groups.values()) {
            for (int from = 0; from < group.size(); from += PART) {
                parts.add(group.subList(from, Math.min(group.size(), from + PART)));
            }
        }
        for (int part = 0; part < parts.size(); part++) {
            turn.say(new Entry(part(request.requestId(), parts.get(part), part + 1 < parts.size()), false, 0));
        }
        return new GetChargingProfilesResponse(
                parts.isEmpty() ? GetChargingProfileStatus.NO_PROFILES : GetChargingProfileStatus.ACCEPTED,
                Optional.empty());
    }

    private static ReportChargingProfilesRequest part(int requestId, List<InstalledProfile> part, boolean more) {
        InstalledProfile first = part.get(0);
        return new ReportChargingProfilesRequest(
                requestId,
                first.source(),
                part.stream().map(InstalledProfile::profile).toList(),
                Optional.of(more),
                first.evse());
    }

    /** What is asked of an EVSE without a transaction is asked of one that would begin now. */
    private static Function<Instant, Ceiling> ofConnector(StationState state, ConnectorState connector, Instant now) {
        Place known = Allowance.place(state, connector);
        Place place = known.running().isPresent()
                ? known
                : new Place(known.evse(), Optional.of(new Place.Running("", now)), known.supply());
        PowerLimit operator = PowerLimit.ofWatts(connector.limitWatts());
        return at -> {
            Ceiling ceiling = Allowance.ceiling(state, connector, place, at);
            return new Ceiling(ceiling.limit().and(operator), ceiling.least(), ceiling.until());
        };
    }

    /** As much as the station may draw, and no more than its EVSEs can use. */
    private static Function<Instant, Ceiling> ofStation(StationState state) {
        return at -> {
            Ceiling whole = Allowance.ofStation(state, at);
            double watts = 0;
            Instant until = whole.until();
            for (int evse = 1; evse <= state.spec().model().evses().size(); evse++) {
                ConnectorState connector = SmartCharging.inUse(state, evse).orElseThrow();
                Ceiling ceiling = Allowance.ofEvse(state, connector, at);
                watts += Allowance.supply(state, connector.model()).figure(ceiling.limit(), ChargingRateUnit.W);
                until = ceiling.until().isBefore(until) ? ceiling.until() : until;
            }
            return new Ceiling(whole.limit().and(PowerLimit.ofWatts(watts)), whole.least(), until);
        };
    }

    private static ChargingRateUnit usual(Set<ChargingRateUnit> units, Supply supply) {
        return units.contains(ChargingRateUnit.A) && !supply.direct() || !units.contains(ChargingRateUnit.W)
                ? ChargingRateUnit.A
                : ChargingRateUnit.W;
    }

    private static GetCompositeScheduleResponse refused(String reasonCode, String detail) {
        return new GetCompositeScheduleResponse(
                GenericStatus.REJECTED, Optional.of(new StatusInfo(reasonCode, Optional.of(detail))), Optional.empty());
    }

    private static boolean fits(GetChargingProfilesRequest request, InstalledProfile installed) {
        ChargingProfileCriterion criterion = request.chargingProfile();
        ChargingProfile profile = installed.profile();
        if (!criterion.chargingProfileId().isEmpty()) {
            return criterion.chargingProfileId().contains(profile.id());
        }
        List<ChargingLimitSource> sources = criterion.chargingLimitSource();
        return request.evseId().filter(evse -> evse != installed.evse()).isEmpty()
                && (sources.isEmpty() || sources.contains(installed.source()))
                && criterion
                        .chargingProfilePurpose()
                        .filter(purpose -> purpose != profile.chargingProfilePurpose())
                        .isEmpty()
                && criterion
                        .stackLevel()
                        .filter(level -> level != profile.stackLevel())
                        .isEmpty();
    }
}
