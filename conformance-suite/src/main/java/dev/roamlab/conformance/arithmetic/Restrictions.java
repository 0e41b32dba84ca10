package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** TariffRestrictions: when an element is active. Bounds are inclusive at the beginning, exclusive at the end. */
record Restrictions(
        Optional<LocalTime> startTime,
        Optional<LocalTime> endTime,
        Optional<LocalDate> startDate,
        Optional<LocalDate> endDate,
        Optional<BigDecimal> minKwh,
        Optional<BigDecimal> maxKwh,
        Optional<BigDecimal> minCurrent,
        Optional<BigDecimal> maxCurrent,
        Optional<BigDecimal> minPower,
        Optional<BigDecimal> maxPower,
        Optional<BigDecimal> minDuration,
        Optional<BigDecimal> maxDuration,
        Set<DayOfWeek> days,
        Optional<String> reservation) {
    Restrictions {
        days = Set.copyOf(days);
    }

    static Restrictions of(JsonNode node) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode day : node.path("day_of_week")) {
            try {
                days.add(DayOfWeek.valueOf(day.asText()));
            } catch (IllegalArgumentException bad) {
                throw new Unknowable("day_of_week holds " + day);
            }
        }
        return new Restrictions(
                Json.parsed(node, "start_time", LocalTime::parse),
                Json.parsed(node, "end_time", LocalTime::parse),
                Json.parsed(node, "start_date", LocalDate::parse),
                Json.parsed(node, "end_date", LocalDate::parse),
                Json.maybeNumber(node, "min_kwh"),
                Json.maybeNumber(node, "max_kwh"),
                Json.maybeNumber(node, "min_current"),
                Json.maybeNumber(node, "max_current"),
                Json.maybeNumber(node, "min_power"),
                Json.maybeNumber(node, "max_power"),
                Json.maybeNumber(node, "min_duration"),
                Json.maybeNumber(node, "max_duration"),
                days,
                Json.maybeText(node, "reservation"));
    }

    /** Whether they depend on the time of day, the date or the weekday. */
    boolean calendar() {
        return startTime.isPresent()
                || endTime.isPresent()
                || startDate.isPresent()
                || endDate.isPresent()
                || !days.isEmpty();
    }

    boolean duration() {
        return minDuration.isPresent() || maxDuration.isPresent();
    }

    /** Whether all that is set holds; which element prices reservations is not looked at here. */
    boolean hold(Moment moment, Rules rules) {
        List<BooleanSupplier> conditions = conditions(moment, rules);
        if (rules.has(Method.RESTRICTIONS_ORED)) {
            return conditions.isEmpty() || conditions.stream().anyMatch(BooleanSupplier::getAsBoolean);
        }
        return conditions.stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    // Current and power come last: they can be unknown, which does not matter where something else excludes the
    // element.
    private List<BooleanSupplier> conditions(Moment moment, Rules rules) {
        List<BooleanSupplier> all = new ArrayList<>();
        if (startTime.isPresent() || endTime.isPresent()) {
            all.add(() -> timeHolds(moment.timeOfDay(rules), rules));
        }
        startDate.ifPresent(first -> all.add(() -> {
            LocalDate day = moment.date(rules);
            return rules.has(Method.START_DATE_EXCLUSIVE) ? day.isAfter(first) : !day.isBefore(first);
        }));
        endDate.ifPresent(end -> all.add(() -> {
            LocalDate day = moment.date(rules);
            return rules.has(Method.END_DATE_INCLUSIVE) ? !day.isAfter(end) : day.isBefore(end);
        }));
        if (!days.isEmpty()) {
            all.add(() -> days.contains(moment.weekday(rules)));
        }
        minKwh.ifPresent(min -> all.add(() -> moment.kwh(rules).reached(min, rules.has(Method.MIN_KWH_EXCLUSIVE))));
        maxKwh.ifPresent(max -> all.add(() -> !moment.kwh(rules).reached(max, rules.has(Method.MAX_KWH_INCLUSIVE))));
        minDuration.ifPresent(min -> all.add(() -> moment.lasted(rules).reached(min, false)));
        maxDuration.ifPresent(max ->
                all.add(() -> !moment.lasted(rules).reached(max, rules.has(Method.MAX_DURATION_INCLUSIVE))));
        minCurrent.ifPresent(min ->
                all.add(() -> moment.current().reached(min, rules.has(Method.MIN_CURRENT_EXCLUSIVE))));
        maxCurrent.ifPresent(max ->
                all.add(() -> !moment.current().reached(max, rules.has(Method.MAX_CURRENT_INCLUSIVE))));
        minPower.ifPresent(min ->
                all.add(() -> moment.power(rules).reached(min, rules.has(Method.MIN_POWER_EXCLUSIVE))));
        maxPower.ifPresent(max ->
                all.add(() -> !moment.power(rules).reached(max, rules.has(Method.MAX_POWER_INCLUSIVE))));
        return all;
    }

    private boolean timeHolds(LocalTime now, Rules rules) {
        LocalTime start = startTime.orElseThrow(() -> new Unknowable("end_time without start_time"));
        LocalTime end = endTime.orElseThrow(() -> new Unknowable("start_time without end_time"));
        if (start.equals(end)) {
            throw new Unknowable("start_time and end_time are both " + start);
        }
        boolean begun = rules.has(Method.START_TIME_EXCLUSIVE) ? now.isAfter(start) : !now.isBefore(start);
        boolean notEnded = rules.has(Method.END_TIME_INCLUSIVE) ? !now.isAfter(end) : now.isBefore(end);
        if (start.isBefore(end)) {
            return begun && notEnded;
        }
        if (rules.has(Method.WRAP_IGNORED) || rules.has(Method.MIDNIGHT_NEVER) && end.equals(LocalTime.MIDNIGHT)) {
            return false;
        }
        if (!days.isEmpty() && !end.equals(LocalTime.MIDNIGHT)) {
            throw new Unknowable("day_of_week with a time over midnight");
        }
        return begun || notEnded;
    }
}
