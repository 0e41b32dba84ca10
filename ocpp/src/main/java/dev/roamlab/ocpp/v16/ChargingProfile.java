package dev.roamlab.ocpp.v16;

import dev.roamlab.ocpp.messages.charging.ChargingProfileKind;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.RecurrencyKind;
import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.rpc.OcppCallException;
import dev.roamlab.ocpp.rpc.RpcErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How much power may flow when. Spec: OCPP 1.6, ChargingProfile. */
record ChargingProfile(
        int chargingProfileId,
        Optional<Integer> transactionId,
        @AtLeast(0) int stackLevel,
        Purpose chargingProfilePurpose,
        ChargingProfileKind chargingProfileKind,
        Optional<RecurrencyKind> recurrencyKind,
        Optional<Instant> validFrom,
        Optional<Instant> validTo,
        Schedule chargingSchedule) {

    static ChargingProfile of(dev.roamlab.ocpp.messages.charging.ChargingProfile profile, Side side) {
        return new ChargingProfile(
                profile.id(),
                profile.transactionId().map(side.transactions()::number),
                profile.stackLevel(),
                Purpose.of(profile.chargingProfilePurpose()),
                profile.chargingProfileKind(),
                profile.recurrencyKind(),
                profile.validFrom(),
                profile.validTo(),
                Schedule.of(onlySchedule(profile.chargingSchedule())));
    }

    dev.roamlab.ocpp.messages.charging.ChargingProfile neutral(Side side) {
        return new dev.roamlab.ocpp.messages.charging.ChargingProfile(
                chargingProfileId,
                stackLevel,
                chargingProfilePurpose.neutral(),
                chargingProfileKind,
                recurrencyKind,
                validFrom,
                validTo,
                List.of(chargingSchedule.neutral(chargingProfileId)),
                transactionId.map(side.ids()::local));
    }

    private static ChargingSchedule onlySchedule(List<ChargingSchedule> schedules) {
        if (schedules.size() != 1) {
            throw new OcppCallException(
                    RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
                    "chargingProfile.chargingSchedule: " + schedules.size() + ", OCPP 1.6 has exactly one");
        }
        return schedules.get(0);
    }
}
