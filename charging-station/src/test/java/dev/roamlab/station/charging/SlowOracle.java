package dev.roamlab.station.charging;

import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfileKind;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.ocpp.messages.charging.RecurrencyKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules of profiles once more: slow, for one second at a time, and as close to the words of the specification as can be. */
final class SlowOracle {
    private final List<InstalledProfile> all;
    private final int evse;
    private final String transactionId;
    private final Instant begun;
    private final double volts;

    SlowOracle(List<InstalledProfile> all, int evse, String transactionId, Instant begun, double volts) {
        this.all = all;
        this.evse = evse;
        this.transactionId = transactionId;
        this.begun = begun;
        this.volts = volts;
    }

    /** Amps per phase at a three-phase EVSE, infinite without a limit. */
    double amps(Instant second) {
        double external = leading(ChargingProfilePurpose.CHARGING_STATION_EXTERNAL_CONSTRAINTS, false, second)
                .orElse(Double.POSITIVE_INFINITY);
        double transaction = leading(ChargingProfilePurpose.TX_PROFILE, false, second)
                .or(() -> leading(ChargingProfilePurpose.TX_DEFAULT_PROFILE, true, second))
                .orElse(Double.POSITIVE_INFINITY);
        return Math.min(external, transaction);
    }

    private Optional<Double> leading(ChargingProfilePurpose purpose, boolean alsoForAll, Instant second) {
        for (int level = 20; level >= 0; level--) {
            for (int place : alsoForAll ? new int[] {evse, 0} : new int[] {evse}) {
                for (InstalledProfile candidate : all) {
                    ChargingProfile profile = candidate.profile();
                    boolean mine = profile.transactionId().isEmpty()
                            || profile.transactionId().get().equals(transactionId);
                    if (profile.chargingProfilePurpose() == purpose
                            && profile.stackLevel() == level
                            && candidate.evse() == place
                            && mine) {
                        Optional<Double> limit = limit(candidate, second);
                        if (limit.isPresent()) {
                            return limit;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Double> limit(InstalledProfile installed, Instant second) {
        ChargingProfile profile = installed.profile();
        if (profile.validFrom().isPresent()
                && second.isBefore(profile.validFrom().get())) {
            return Optional.empty();
        }
        if (profile.validTo().isPresent() && !second.isBefore(profile.validTo().get())) {
            return Optional.empty();
        }
        ChargingSchedule schedule = profile.chargingSchedule().get(0);
        long offset = second.getEpochSecond() - start(installed, schedule, second);
        if (offset < 0 || schedule.duration().filter(length -> offset >= length).isPresent()) {
            return Optional.empty();
        }
        ChargingSchedulePeriod current = schedule.chargingSchedulePeriod().get(0);
        for (ChargingSchedulePeriod period : schedule.chargingSchedulePeriod()) {
            if (period.startPeriod() <= offset) {
                current = period;
            }
        }
        double figure = current.limit().doubleValue();
        int phases = current.numberPhases().orElse(3);
        return Optional.of(schedule.chargingRateUnit() == ChargingRateUnit.A ? figure : figure / volts / phases);
    }

    private long start(InstalledProfile installed, ChargingSchedule schedule, Instant second) {
        if (installed.profile().chargingProfileKind() == ChargingProfileKind.RELATIVE) {
            return begun.getEpochSecond();
        }
        long start = schedule.startSchedule().orElse(begun).getEpochSecond();
        if (installed.profile().chargingProfileKind() == ChargingProfileKind.RECURRING) {
            long cycle = installed.profile().recurrencyKind().equals(Optional.of(RecurrencyKind.DAILY))
                    ? 86_400
                    : 7 * 86_400;
            while (start + cycle <= second.getEpochSecond()) {
                start += cycle;
            }
        }
        return start;
    }
}
