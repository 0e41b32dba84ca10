package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which price component prices a dimension at a moment. Spec: mod_tariffs_tariff_object. */
final class Lookup {
    /** Elements that price the session. */
    static final Predicate<Element> SESSION =
            element -> element.restrictions().reservation().isEmpty();

    private final Rules rules;
    private final Optional<ZoneId> zone;
    private final Moment.Totals totals;
    private final List<Stretch> session;

    Lookup(Rules rules, Optional<ZoneId> zone, List<Stretch> session) {
        this.rules = rules;
        this.zone = zone;
        this.session = session;
        this.totals = new Moment.Totals(
                sum(session.stream().map(Stretch::kwh)),
                sum(session.stream().map(Stretch::clockSeconds)),
                highestPower(session));
    }

    /** Elements that price a reservation, under this restriction. */
    static Predicate<Element> reservation(String value) {
        return element -> element.restrictions().reservation().equals(Optional.of(value));
    }

    Optional<Component> session(Stretch stretch, Dimension dimension) {
        return find(stretch, dimension, rules.has(Method.RESERVATION_PRICE_IN_SESSION) ? any -> true : SESSION);
    }

    Optional<Component> find(Stretch stretch, Dimension dimension, Predicate<Element> eligible) {
        if (stretch.tariff().isEmpty()) {
            return Optional.empty();
        }
        List<Element> elements =
                stretch.tariff().get().elements().stream().filter(eligible).toList();
        if (rules.has(Method.ONE_ELEMENT_FOR_ALL)) {
            return elements.stream()
                    .filter(element -> holds(element, stretch))
                    .findFirst()
                    .flatMap(element -> element.component(dimension));
        }
        List<Element> having = elements.stream()
                .filter(element -> element.component(dimension).isPresent())
                .toList();
        // Lazy: what a later element asks for may be unknown, and then does not matter.
        Stream<Component> matching = having.stream()
                .filter(element -> holds(element, stretch))
                .flatMap(element -> element.component(dimension).stream());
        return choose(matching, having, dimension);
    }

    private Optional<Component> choose(Stream<Component> matching, List<Element> having, Dimension dimension) {
        if (rules.has(Method.LAST_MATCH)) {
            return matching.reduce((first, second) -> second);
        }
        if (rules.has(Method.ALL_MATCHES_ADDED)) {
            return matching.reduce((first, second) -> new Component(
                    first.place(), dimension, first.price().add(second.price()), first.vat(), first.stepSize()));
        }
        Optional<Component> first = matching.findFirst();
        if (first.isEmpty() && rules.has(Method.PRICED_WITHOUT_MATCH) && !having.isEmpty()) {
            return having.get(having.size() - 1).component(dimension);
        }
        return first;
    }

    private boolean holds(Element element, Stretch stretch) {
        if (zone.isEmpty() && element.restrictions().calendar()) {
            throw new Unknowable("the Location's time_zone is not known");
        }
        if (element.restrictions().duration() && stretch.reserved() != session.isEmpty()) {
            throw new Unknowable("whether a session's duration includes its reservation is open");
        }
        return element.restrictions().hold(new Moment(looked(stretch), totals, zone.orElse(ZoneId.of("UTC"))), rules);
    }

    private Stretch looked(Stretch stretch) {
        if (stretch.reserved() || session.isEmpty()) {
            return stretch;
        }
        if (rules.has(Method.DECIDED_AT_START)) {
            return session.get(0);
        }
        return rules.has(Method.DECIDED_AT_END) ? session.get(session.size() - 1) : stretch;
    }

    private static Range highestPower(List<Stretch> session) {
        Optional<BigDecimal> highest = session.stream()
                .flatMap(stretch ->
                        stretch.power().max().or(() -> stretch.power().min()).stream())
                .max(BigDecimal::compareTo);
        return new Range("highest power", highest, highest);
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
