package dev.roamlab.station;

import dev.roamlab.ocpp.messages.TriggerReason;
import dev.roamlab.ocpp.messages.charging.ChargingLimit;
import dev.roamlab.ocpp.messages.charging.ChargingLimitSource;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfileKind;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.ocpp.messages.charging.ClearedChargingLimitRequest;
import dev.roamlab.ocpp.messages.charging.NotifyChargingLimitRequest;
import dev.roamlab.station.Outbox.Entry;
import dev.roamlab.station.StationEvent.ExternalLimitCleared;
import dev.roamlab.station.StationEvent.ExternalLimitSet;
import dev.roamlab.station.charging.InstalledProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Limits that somebody other than the CSMS sets. Spec: OCPP 2.0.1, K11 to K14. */
final class ExternalLimits {
    /** A smaller change of power is not worth telling. */
    private static final double SIGNIFICANT = 0.01;

    private ExternalLimits() {}

    /** At the station itself: a knob at one connector. */
    static void ofConnector(Turn turn, int number, double wanted) {
        Optional<ConnectorState> connector = turn.state().connector(number);
        if (connector.isEmpty() || Double.isNaN(wanted)) {
            return;
        }
        double watts = Math.max(0, wanted);
        StationState before = turn.state();
        turn.put(connector.get().withLimitWatts(watts));
        int evse = connector.get().evse();
        if (watts == Double.POSITIVE_INFINITY) {
            sayCleared(turn, ChargingLimitSource.OTHER, evse);
        } else {
            sayLimited(
                    turn, schedule(turn, watts), new ChargingLimit(ChargingLimitSource.OTHER, Optional.empty()), evse);
        }
        sayChanges(turn, before);
    }

    static void set(Turn turn, ExternalLimitSet limit) {
        boolean nowhere = limit.evse() < 0
                || limit.evse() > turn.state().spec().model().evses().size();
        if (nowhere || Double.isNaN(limit.watts())) {
            return;
        } else if (limit.watts() == Double.POSITIVE_INFINITY) {
            clear(turn, new ExternalLimitCleared(limit.evse(), limit.source()));
            return;
        }
        StationState before = turn.state();
        ChargingSchedule schedule = schedule(turn, Math.max(0, limit.watts()));
        ChargingProfile profile = new ChargingProfile(
                id(limit.evse(), limit.source()),
                0,
                ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS,
                ChargingProfileKind.ABSOLUTE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(schedule),
                Optional.empty());
        turn.become(before.withProfiles(before.profiles()
                .without(other -> other.profile().id() == profile.id())
                .with(new InstalledProfile(limit.evse(), limit.source(), turn.now(), profile))));
        sayLimited(turn, schedule, new ChargingLimit(limit.source(), Optional.of(limit.gridCritical())), limit.evse());
        sayChanges(turn, before);
    }

    static void clear(Turn turn, ExternalLimitCleared limit) {
        StationState before = turn.state();
        int id = id(limit.evse(), limit.source());
        turn.become(before.withProfiles(
                before.profiles().without(other -> other.profile().id() == id)));
        if (!before.profiles().equals(turn.state().profiles())) {
            sayCleared(turn, limit.source(), limit.evse());
            sayChanges(turn, before);
        }
    }

    /** A car that gets more or less than before, though still something: the rest is told as a change of state. */
    private static void sayChanges(Turn turn, StationState before) {
        if (!turn.state().idiom().eventful()) {
            return;
        }
        for (ConnectorState connector : turn.state().connectors()) {
            double was = Metering.flow(before, before.connectors().get(connector.number() - 1))
                    .watts();
            double is = Metering.flow(turn.state(), connector).watts();
            if (was > 0 && is > 0 && Math.abs(was - is) > SIGNIFICANT * was) {
                Transactions.tell(turn, connector.number(), TriggerReason.CHARGING_RATE_CHANGED);
            }
        }
    }

    private static void sayLimited(Turn turn, ChargingSchedule schedule, ChargingLimit limit, int evse) {
        turn.say(new Entry(new NotifyChargingLimitRequest(List.of(schedule), place(evse), limit), false, 0));
    }

    private static void sayCleared(Turn turn, ChargingLimitSource source, int evse) {
        turn.say(new Entry(new ClearedChargingLimitRequest(source, place(evse)), false, 0));
    }

    private static Optional<Integer> place(int evse) {
        return evse == 0 ? Optional.empty() : Optional.of(evse);
    }

    private static ChargingSchedule schedule(Turn turn, double watts) {
        BigDecimal limit = BigDecimal.valueOf(watts).setScale(1, RoundingMode.HALF_UP);
        return new ChargingSchedule(
                1,
                Optional.of(turn.now()),
                Optional.empty(),
                ChargingRateUnit.W,
                List.of(new ChargingSchedulePeriod(0, limit, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    /** Below zero: no CSMS uses such numbers. One per place and source. */
    private static int id(int evse, ChargingLimitSource source) {
        return -1 - evse * ChargingLimitSource.values().length - source.ordinal();
    }
}
