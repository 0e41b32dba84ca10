package dev.roamlab.station.charging;

import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.ocpp.messages.charging.RecurrencyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which period of a profile holds when. Spec: OCPP 2.0.1, K01 and ChargingProfileType. */
final class Timeline {
    private Timeline() {}

    /** @param begun when the transaction began to charge; absent without one */
    static Span<ChargingSchedulePeriod> at(InstalledProfile installed, Optional<Instant> begun, Instant now) {
        ChargingProfile profile = installed.profile();
        Instant validFrom = profile.validFrom().orElse(Instant.MIN);
        Instant validTo = profile.validTo().orElse(Instant.MAX);
        if (now.isBefore(validFrom)) {
            return Span.nothing(validFrom);
        } else if (!now.isBefore(validTo)) {
            return Span.nothing(Instant.MAX);
        }
        return started(installed, begun, now).atMostUntil(validTo);
    }

    private static Span<ChargingSchedulePeriod> started(
            InstalledProfile installed, Optional<Instant> begun, Instant now) {
        ChargingSchedule schedule = installed.schedule();
        return switch (installed.profile().chargingProfileKind()) {
            case RELATIVE ->
                begun.map(start -> once(schedule, start, Instant.MAX, now)).orElseGet(() -> Span.nothing(Instant.MAX));
            case ABSOLUTE -> {
                Instant start = schedule.startSchedule().or(() -> begun).orElse(installed.since());
                yield once(schedule, start, Instant.MAX, now);
            }
            case RECURRING -> recurring(installed, schedule, now);
        };
    }

    private static Span<ChargingSchedulePeriod> recurring(
            InstalledProfile installed, ChargingSchedule schedule, Instant now) {
        Instant first = schedule.startSchedule().orElse(installed.since());
        if (now.isBefore(first)) {
            return Span.nothing(first);
        }
        Duration cycle = installed.profile().recurrencyKind().equals(Optional.of(RecurrencyKind.WEEKLY))
                ? Duration.ofDays(7)
                : Duration.ofDays(1);
        Instant start =
                first.plus(cycle.multipliedBy(Duration.between(first, now).dividedBy(cycle)));
        Instant next = start.plus(cycle);
        Span<ChargingSchedulePeriod> within = once(schedule, start, next, now);
        return within.value().isPresent()
                ? within
                : Span.nothing(within.until().isBefore(next) ? within.until() : next);
    }

    /** @param end where the schedule ends if it does not end before */
    private static Span<ChargingSchedulePeriod> once(
            ChargingSchedule schedule, Instant start, Instant end, Instant now) {
        Instant over = schedule.duration()
                .map(seconds -> start.plusSeconds(seconds))
                .filter(end::isAfter)
                .orElse(end);
        if (now.isBefore(start)) {
            return Span.nothing(start);
        } else if (!now.isBefore(over)) {
            return Span.nothing(Instant.MAX);
        }
        List<ChargingSchedulePeriod> periods = schedule.chargingSchedulePeriod();
        int current = periods.size() - 1;
        while (current >= 0 && now.isBefore(begins(start, periods.get(current)))) {
            current--;
        }
        Instant until = current + 1 < periods.size() ? begins(start, periods.get(current + 1)) : over;
        Optional<ChargingSchedulePeriod> period = current < 0 ? Optional.empty() : Optional.of(periods.get(current));
        return new Span<>(period, until).atMostUntil(over);
    }

    private static Instant begins(Instant start, ChargingSchedulePeriod period) {
        return start.plusSeconds(period.startPeriod());
    }
}
