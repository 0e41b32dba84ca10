package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The beginning of a stretch, as restrictions look at it. */
record Moment(Stretch stretch, Totals totals, ZoneId zone) {
    /** The whole session: kWh, seconds, and the highest power. */
    record Totals(BigDecimal kwh, BigDecimal seconds, Range highestPower) {}

    LocalTime timeOfDay(Rules rules) {
        return stretch.start().atZone(timeZone(rules)).toLocalTime();
    }

    LocalDate date(Rules rules) {
        return stretch.start().atZone(timeZone(rules)).toLocalDate();
    }

    DayOfWeek weekday(Rules rules) {
        return stretch.start()
                .atZone(rules.has(Method.WEEKDAY_IN_UTC) ? ZoneOffset.UTC : timeZone(rules))
                .getDayOfWeek();
    }

    Range kwh(Rules rules) {
        return Range.exactly(rules.has(Method.KWH_OF_WHOLE_SESSION) ? totals.kwh() : stretch.kwhBefore());
    }

    Range lasted(Rules rules) {
        return Range.exactly(rules.has(Method.DURATION_OF_WHOLE_SESSION) ? totals.seconds() : stretch.secondsBefore());
    }

    Range current() {
        requireCharging();
        return stretch.current();
    }

    Range power(Rules rules) {
        requireCharging();
        return rules.has(Method.POWER_OF_WHOLE_SESSION) ? totals.highestPower() : stretch.power();
    }

    // Whether "charging with less than" can hold for a parked vehicle is open.
    private void requireCharging() {
        if (stretch.kind() != Stretch.Kind.CHARGING) {
            throw new Unknowable("a restriction of current or power on a price of " + stretch.kind() + " time");
        }
    }

    private ZoneId timeZone(Rules rules) {
        return rules.has(Method.TIMES_IN_UTC) ? ZoneOffset.UTC : zone;
    }
}
