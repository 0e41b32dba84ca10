package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.ReservationRestrictionType;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Whether an element's restrictions hold at a moment: all of them must. Minima are inclusive, maxima exclusive; times, dates
 * and days are those of the location. Spec: mod_tariffs_tariffrestrictions_class.
 */
final class Restriction {
    private Restriction() {}

    static boolean holds(Optional<TariffRestrictions> restrictions, Moment moment) {
        return restrictions.isEmpty() ? moment.reservation().isEmpty() : holds(restrictions.get(), moment);
    }

    private static boolean holds(TariffRestrictions restrictions, Moment moment) {
        return reservation(restrictions.reservation(), moment.reservation())
                && calendar(restrictions, moment)
                && within(restrictions.minKwh(), restrictions.maxKwh(), moment.kwh())
                && within(
                        restrictions.minDuration().map(BigDecimal::valueOf),
                        restrictions.maxDuration().map(BigDecimal::valueOf),
                        moment.seconds())
                && known(restrictions.minPower(), restrictions.maxPower(), moment.powerKw())
                && known(restrictions.minCurrent(), restrictions.maxCurrent(), moment.currentA());
    }

    /** Elements for reservations price nothing else, and nothing else prices reservations (TAR-108). */
    private static boolean reservation(Optional<ReservationRestrictionType> type, Optional<Boolean> expired) {
        if (type.isEmpty() || expired.isEmpty()) {
            return type.isEmpty() && expired.isEmpty();
        }
        return switch (type.get()) {
            case RESERVATION -> true;
            case RESERVATION_EXPIRES -> expired.get();
        };
    }

    private static boolean calendar(TariffRestrictions restrictions, Moment moment) {
        var date = moment.local().toLocalDate();
        return restrictions.startDate().filter(date::isBefore).isEmpty()
                && restrictions.endDate().filter(end -> !date.isBefore(end)).isEmpty()
                && (restrictions.dayOfWeek().isEmpty()
                        || restrictions.dayOfWeek().contains(date.getDayOfWeek()))
                && timeOfDay(restrictions, moment.local().toLocalTime());
    }

    /** An end at or before the start lies on the next day, so equal times mean the whole day and 00:00 its end. */
    private static boolean timeOfDay(TariffRestrictions restrictions, LocalTime time) {
        if (restrictions.startTime().isEmpty() && restrictions.endTime().isEmpty()) {
            return true;
        }
        LocalTime start = restrictions.startTime().orElse(LocalTime.MIDNIGHT);
        LocalTime end = restrictions.endTime().orElse(LocalTime.MIDNIGHT);
        boolean started = !time.isBefore(start);
        boolean ended = !time.isBefore(end);
        return start.isBefore(end) ? started && !ended : started || !ended;
    }

    /** What is not known meets no restriction: the next element gets its chance. */
    private static boolean known(Optional<BigDecimal> min, Optional<BigDecimal> max, Optional<BigDecimal> value) {
        return min.isEmpty() && max.isEmpty()
                || value.filter(known -> within(min, max, known)).isPresent();
    }

    private static boolean within(Optional<BigDecimal> min, Optional<BigDecimal> max, BigDecimal value) {
        return (min.isEmpty() || value.compareTo(min.get()) >= 0) && (max.isEmpty() || value.compareTo(max.get()) < 0);
    }
}
