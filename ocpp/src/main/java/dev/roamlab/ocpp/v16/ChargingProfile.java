package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How much power may flow when. Nobody here follows one yet; a RemoteStartTransaction may carry one. Spec: OCPP 1.6, ChargingProfile. */
record ChargingProfile(
        int chargingProfileId,
        Optional<Integer> transactionId,
        @AtLeast(0) int stackLevel,
        Purpose chargingProfilePurpose,
        Kind chargingProfileKind,
        Optional<Recurrency> recurrencyKind,
        Optional<Instant> validFrom,
        Optional<Instant> validTo,
        Schedule chargingSchedule) {

    /** What it applies to. */
    enum Purpose {
        CHARGE_POINT_MAX_PROFILE,
        TX_DEFAULT_PROFILE,
        TX_PROFILE
    }

    /** What its periods are counted from. */
    enum Kind {
        ABSOLUTE,
        RECURRING,
        RELATIVE
    }

    /** How often it recurs. */
    enum Recurrency {
        DAILY,
        WEEKLY
    }

    /** What its limits count. */
    enum RateUnit {
        A,
        W
    }

    /** Limits over time; the duration is in seconds. */
    record Schedule(
            Optional<Integer> duration,
            Optional<Instant> startSchedule,
            RateUnit chargingRateUnit,
            @NotEmpty List<Period> chargingSchedulePeriod,
            Optional<BigDecimal> minChargingRate) {}

    /** A limit from some second on. */
    record Period(int startPeriod, BigDecimal limit, Optional<Integer> numberPhases) {}
}
