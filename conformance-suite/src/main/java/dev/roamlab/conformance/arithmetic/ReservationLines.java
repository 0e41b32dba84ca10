package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reservation costs. Spec: mod_tariffs_reservation_restriction_type. */
final class ReservationLines {
    private static final String USED = "RESERVATION";
    private static final String EXPIRED = "RESERVATION_EXPIRES";

    private final Rules rules;
    private final Lookup lookup;
    private final List<Stretch> reserved;
    private final List<Stretch> session;
    private final boolean expired;

    ReservationLines(Rules rules, Lookup lookup, List<Stretch> reserved, List<Stretch> session) {
        this.rules = rules;
        this.lookup = lookup;
        this.reserved = reserved;
        this.session = session;
        this.expired = session.isEmpty() && !rules.has(Method.RESERVATION_CANCELLED);
    }

    /** @param timePriced whether time of the session has a price as well */
    List<Line> lines(boolean timePriced) {
        if (reserved.isEmpty() || rules.has(Method.RESERVATION_FREE)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>(fees());
        List<Line> times = times(lines);
        boolean unrounded = timePriced && rules.has(Method.RESERVATION_UNROUNDED);
        lines.addAll(unrounded ? times : new StepSize(rules).reservation(times));
        return lines;
    }

    private List<Line> fees() {
        Stretch first = reserved.get(0);
        Optional<Component> used = lookup.find(first, Dimension.FLAT, Lookup.reservation(USED));
        Optional<Component> unused = lookup.find(first, Dimension.FLAT, Lookup.reservation(EXPIRED));
        if (expired && used.isPresent() && unused.isPresent()) {
            throw new Unknowable("which FLAT an expired reservation costs is open when the Tariff has two");
        }
        Stream<Component> fees = expired ? unused.or(() -> used).stream() : used.stream();
        if (!expired && rules.has(Method.EXPIRY_FEE_ALWAYS)) {
            fees = Stream.concat(fees, unused.stream());
        }
        if (session.isEmpty() && rules.has(Method.SESSION_FEE_WITHOUT_SESSION)) {
            fees = Stream.concat(fees, lookup.session(first, Dimension.FLAT).stream());
        }
        return fees.map(fee -> line(first, fee, BigDecimal.ONE)).toList();
    }

    private List<Line> times(List<Line> fees) {
        List<Line> lines = new ArrayList<>();
        if (expired && rules.has(Method.EXPIRY_FEE_ALONE) && !fees.isEmpty()) {
            return lines;
        }
        for (Stretch stretch : reserved) {
            prices(stretch).forEach(price -> lines.add(line(stretch, price, stretch.billedSeconds())));
        }
        if (rules.has(Method.RESERVATION_TO_THE_END) && !lines.isEmpty()) {
            BigDecimal more = session.stream().map(Stretch::clockSeconds).reduce(BigDecimal.ZERO, BigDecimal::add);
            lines.set(lines.size() - 1, lines.get(lines.size() - 1).plus(more));
        }
        return lines;
    }

    private List<Component> prices(Stretch stretch) {
        Optional<Component> used = lookup.find(stretch, Dimension.TIME, Lookup.reservation(USED));
        if (!expired || rules.has(Method.EXPIRED_AS_RESERVED)) {
            return used.stream().toList();
        }
        Optional<Component> unused = lookup.find(stretch, Dimension.TIME, Lookup.reservation(EXPIRED));
        return rules.has(Method.EXPIRED_TWICE)
                ? Stream.concat(used.stream(), unused.stream()).toList()
                : unused.or(() -> used).stream().toList();
    }

    private static Line line(Stretch stretch, Component component, BigDecimal quantity) {
        return new Line(Figure.RESERVATION, stretch.tariff().orElseThrow(), component, quantity, stretch.period());
    }
}
