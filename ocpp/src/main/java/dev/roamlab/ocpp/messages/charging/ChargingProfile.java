package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.messages.OcppRecord;
import dev.roamlab.ocpp.payload.AtMost;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Limits over time, and what they apply to. */
@OcppRecord
public record ChargingProfile(
        int id,
        int stackLevel,
        ChargingProfilePurpose chargingProfilePurpose,
        ChargingProfileKind chargingProfileKind,
        Optional<RecurrencyKind> recurrencyKind,
        Optional<Instant> validFrom,
        Optional<Instant> validTo,
        @NotEmpty @AtMost(3) List<ChargingSchedule> chargingSchedule,
        @Max(36) Optional<String> transactionId) {
    /** Lists are copied. */
    public ChargingProfile {
        chargingSchedule = List.copyOf(chargingSchedule);
    }
}
