package dev.roamlab.station;

import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfileKind;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.ocpp.messages.charging.RecurrencyKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes charging profiles for tests: an absolute one in amps, beginning with the rig's clock, unless told otherwise. */
final class ASchedule {
    private final List<ChargingSchedulePeriod> periods = new ArrayList<>();
    private ChargingRateUnit unit = ChargingRateUnit.A;
    private ChargingProfileKind kind = ChargingProfileKind.ABSOLUTE;
    private Optional<RecurrencyKind> recurrency = Optional.empty();
    private Optional<Instant> start = Optional.of(StationRig.START);
    private Optional<Instant> validTo = Optional.empty();
    private Optional<Integer> duration = Optional.empty();
    private Optional<BigDecimal> least = Optional.empty();
    private Optional<String> transaction = Optional.empty();
    private int id = 1;
    private int level;

    static ASchedule amps(int seconds, int limit) {
        return new ASchedule().then(seconds, limit);
    }

    static ASchedule watts(int seconds, int limit) {
        ASchedule schedule = new ASchedule().then(seconds, limit);
        schedule.unit = ChargingRateUnit.W;
        return schedule;
    }

    /** From this second of the schedule on. */
    ASchedule then(int seconds, int limit) {
        return then(seconds, limit, Optional.empty());
    }

    ASchedule then(int seconds, int limit, Optional<Integer> phases) {
        periods.add(new ChargingSchedulePeriod(seconds, BigDecimal.valueOf(limit), phases, Optional.empty()));
        return this;
    }

    ASchedule id(int number) {
        id = number;
        return this;
    }

    ASchedule level(int stackLevel) {
        level = stackLevel;
        return this;
    }

    ASchedule relative() {
        kind = ChargingProfileKind.RELATIVE;
        start = Optional.empty();
        return this;
    }

    ASchedule daily(Instant first) {
        kind = ChargingProfileKind.RECURRING;
        recurrency = Optional.of(RecurrencyKind.DAILY);
        start = Optional.of(first);
        return this;
    }

    ASchedule lasting(int seconds) {
        duration = Optional.of(seconds);
        return this;
    }

    ASchedule until(Instant end) {
        validTo = Optional.of(end);
        return this;
    }

    ASchedule atLeast(int figure) {
        least = Optional.of(BigDecimal.valueOf(figure));
        return this;
    }

    ASchedule of(String transactionId) {
        transaction = Optional.of(transactionId);
        return this;
    }

    ChargingProfile forStation() {
        return as(ChargingProfilePurpose.CHARGING_STATION_MAX_PROFILE);
    }

    ChargingProfile byDefault() {
        return as(ChargingProfilePurpose.TX_DEFAULT_PROFILE);
    }

    ChargingProfile forTransaction() {
        return as(ChargingProfilePurpose.TX_PROFILE);
    }

    ChargingProfile as(ChargingProfilePurpose purpose) {
        ChargingSchedule schedule = new ChargingSchedule(1, start, duration, unit, periods, least, Optional.empty());
        return new ChargingProfile(
                id, level, purpose, kind, recurrency, Optional.empty(), validTo, List.of(schedule), transaction);
    }
}
