package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.CHARGE_PROFILE_MAX_STACK_LEVEL;
import static dev.roamlab.station.ConfigurationKey.CHARGING_SCHEDULE_ALLOWED_CHARGING_RATE_UNIT;
import static dev.roamlab.station.ConfigurationKey.CHARGING_SCHEDULE_MAX_PERIODS;
import static dev.roamlab.station.ConfigurationKey.CONNECTOR_SWITCH_3_TO_1_PHASE_SUPPORTED;
import static dev.roamlab.station.ConfigurationKey.MAX_CHARGING_PROFILES_INSTALLED;

import dev.roamlab.ocpp.messages.StatusInfo;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingProfileStatus;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileCriteria;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileResponse;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileStatus;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileResponse;
import dev.roamlab.station.charging.InstalledProfile;
import dev.roamlab.station.charging.Installing;
import dev.roamlab.station.charging.ProfileRules;
import dev.roamlab.station.charging.Profiles;
import dev.roamlab.station.charging.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Charging profiles come and go. Spec: OCPP 2.0.1, K01 and K10; OCPP 1.6, 5.5 and 5.16. */
final class SmartCharging {
    private SmartCharging() {}

    static SetChargingProfileResponse set(Turn turn, SetChargingProfileRequest request) {
        Optional<String> running = inUse(turn.state(), request.evseId()).flatMap(ConnectorState::transactionId);
        Installing outcome = Installing.set(
                turn.state().profiles(),
                rules(turn.state()),
                request.evseId(),
                request.chargingProfile(),
                running,
                turn.now());
        turn.become(turn.state().withProfiles(outcome.profiles()));
        Optional<StatusInfo> why = outcome.refusal().map(Refusal::statusInfo);
        if (why.isEmpty()) {
            CarTalk.follow(turn, request.evseId(), request.chargingProfile());
        }
        return new SetChargingProfileResponse(
                why.isEmpty() ? ChargingProfileStatus.ACCEPTED : ChargingProfileStatus.REJECTED, why);
    }

    static ClearChargingProfileResponse clear(Turn turn, ClearChargingProfileRequest request) {
        Profiles before = turn.state().profiles();
        Profiles after = before.without(meant(request));
        turn.become(turn.state().withProfiles(after));
        return new ClearChargingProfileResponse(
                after.equals(before) ? ClearChargingProfileStatus.UNKNOWN : ClearChargingProfileStatus.ACCEPTED,
                Optional.empty());
    }

    /** Why the profile of a remote start will not do; empty when it will, or there is none. */
    static Optional<Refusal> refusal(StationState state, Optional<ChargingProfile> profile) {
        return profile.flatMap(given -> Installing.ofRemoteStart(rules(state), given));
    }

    /** The profile that a remote start brought along finds its transaction. */
    static void begin(Turn turn, int evse, ChargingProfile profile, Transaction running) {
        ChargingProfile own = new ChargingProfile(
                profile.id(),
                profile.stackLevel(),
                profile.chargingProfilePurpose(),
                profile.chargingProfileKind(),
                profile.recurrencyKind(),
                profile.validFrom(),
                profile.validTo(),
                profile.chargingSchedule(),
                Optional.of(running.id()));
        Installing outcome = Installing.set(
                turn.state().profiles(), rules(turn.state()), evse, own, Optional.of(running.id()), turn.now());
        turn.become(turn.state().withProfiles(outcome.profiles()));
    }

    /** A transaction is over: what was meant for it alone goes with it. */
    static void forget(Turn turn, int evse) {
        turn.become(turn.state().withProfiles(turn.state().profiles().afterTransaction(evse)));
    }

    static ProfileRules rules(StationState state) {
        Configuration configuration = state.configuration();
        return new ProfileRules(
                state.spec().model().evses().size(),
                configuration.whole(CHARGE_PROFILE_MAX_STACK_LEVEL),
                units(state),
                configuration.whole(CHARGING_SCHEDULE_MAX_PERIODS),
                configuration.whole(MAX_CHARGING_PROFILES_INSTALLED),
                configuration.flag(CONNECTOR_SWITCH_3_TO_1_PHASE_SUPPORTED),
                state.idiom().profileManners());
    }

    /** In which units this station takes limits and tells them. */
    static Set<ChargingRateUnit> units(StationState state) {
        Set<ChargingRateUnit> units = EnumSet.noneOf(ChargingRateUnit.class);
        for (String name : state.configuration().list(CHARGING_SCHEDULE_ALLOWED_CHARGING_RATE_UNIT)) {
            if (name.equalsIgnoreCase("Current") || name.equalsIgnoreCase("A")) {
                units.add(ChargingRateUnit.A);
            } else if (name.equalsIgnoreCase("Power") || name.equalsIgnoreCase("W")) {
                units.add(ChargingRateUnit.W);
            }
        }
        return units;
    }

    /** The connector of an EVSE that is in use, else its first one. */
    static Optional<ConnectorState> inUse(StationState state, int evse) {
        Optional<ConnectorState> chosen = Optional.empty();
        for (ConnectorState connector : state.connectors()) {
            if (connector.evse() == evse && (chosen.isEmpty() || connector.busy())) {
                chosen = Optional.of(connector);
            }
        }
        return chosen;
    }

    private static Predicate<InstalledProfile> meant(ClearChargingProfileRequest request) {
        Predicate<InstalledProfile> ours = installed -> installed.profile().chargingProfilePurpose()
                != ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS;
        if (request.chargingProfileId().isPresent()) {
            int id = request.chargingProfileId().get();
            return ours.and(installed -> installed.profile().id() == id);
        }
        return request.chargingProfileCriteria()
                .map(criteria -> ours.and(installed -> fits(criteria, installed)))
                .orElse(ours);
    }

    private static boolean fits(ClearChargingProfileCriteria criteria, InstalledProfile installed) {
        ChargingProfile profile = installed.profile();
        return criteria.evseId().filter(evse -> evse != installed.evse()).isEmpty()
                && criteria.chargingProfilePurpose()
                        .filter(purpose -> purpose != profile.chargingProfilePurpose())
                        .isEmpty()
                && criteria.stackLevel()
                        .filter(level -> level != profile.stackLevel())
                        .isEmpty();
    }
}
