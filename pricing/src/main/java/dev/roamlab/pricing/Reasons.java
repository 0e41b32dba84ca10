package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.ReservationRestrictionType;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words why an element priced something. */
final class Reasons {
    private Reasons() {}

    /** Such as {@code element 2 of 3 applies below 10 kWh and from 17:00 until 21:00}. */
    static String of(Rate rate) {
        String element = "element " + (rate.element() + 1) + " of "
                + rate.tariff().elements().size();
        List<String> conditions = rate.tariff()
                .elements()
                .get(rate.element())
                .restrictions()
                .map(Reasons::conditions)
                .orElse(List.of());
        return conditions.isEmpty()
                ? element + " has no restrictions"
                : element + " applies " + String.join(" and ", conditions);
    }

    private static List<String> conditions(TariffRestrictions r) {
        List<String> conditions = new ArrayList<>();
        r.reservation().map(Reasons::reservation).ifPresent(conditions::add);
        between(r.startTime(), r.endTime(), "from ", "until ", "").ifPresent(conditions::add);
        between(r.startDate(), r.endDate(), "from ", "before ", "").ifPresent(conditions::add);
        if (!r.dayOfWeek().isEmpty()) {
            conditions.add("on " + r.dayOfWeek().stream().map(Reasons::day).collect(Collectors.joining(", ")));
        }
        between(plain(r.minKwh()), plain(r.maxKwh()), "from ", "below ", " kWh").ifPresent(conditions::add);
        between(plain(r.minPower()), plain(r.maxPower()), "from ", "below ", " kW")
                .ifPresent(conditions::add);
        between(plain(r.minCurrent()), plain(r.maxCurrent()), "from ", "below ", " A")
                .ifPresent(conditions::add);
        between(r.minDuration(), r.maxDuration(), "after ", "during the first ", " s")
                .ifPresent(conditions::add);
        return conditions;
    }

    private static Optional<String> between(Optional<?> min, Optional<?> max, String from, String until, String unit) {
        Optional<String> least = min.map(value -> from + value + unit);
        Optional<String> most = max.map(value -> until + value + unit);
        return least.isPresent() && most.isPresent()
                ? Optional.of(least.get() + " " + most.get())
                : least.or(() -> most);
    }

    private static Optional<String> plain(Optional<BigDecimal> number) {
        return number.map(value -> value.stripTrailingZeros().toPlainString());
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static String reservation(ReservationRestrictionType type) {
        return switch (type) {
            case RESERVATION -> "to a reservation";
            case RESERVATION_EXPIRES -> "to a reservation that expires";
        };
    }
}
