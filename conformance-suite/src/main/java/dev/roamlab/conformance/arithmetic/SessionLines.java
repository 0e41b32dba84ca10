package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the session itself costs: fee, energy, charging time, parking time. */
final class SessionLines {
    private final Rules rules;
    private final Lookup lookup;
    private final StepSize stepSize;
    private final List<Stretch> session;

    SessionLines(Rules rules, Lookup lookup, List<Stretch> session) {
        this.rules = rules;
        this.lookup = lookup;
        this.stepSize = new StepSize(rules);
        this.session = session;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>(fees());
        lines.addAll(stepSize.energy(energy()));
        lines.addAll(stepSize.time(time(), endsFree()));
        return lines;
    }

    /** The fee of the moment at which charging starts; one that would be another later is an open question. */
    private List<Line> fees() {
        List<Optional<Line>> fees = session.stream()
                .filter(stretch -> stretch.tariff().isPresent())
                .map(this::fee)
                .toList();
        if (fees.stream().map(fee -> fee.map(Line::pricedBy)).distinct().count() > 1) {
            throw new Unknowable("which FLAT counts when it changes during a session is open");
        }
        return fees.stream().limit(1).flatMap(Optional::stream).toList();
    }

    private Optional<Line> fee(Stretch stretch) {
        return lookup.session(stretch, Dimension.FLAT).map(flat -> line(Figure.FIXED, stretch, flat, pieces(flat)));
    }

    private BigDecimal pieces(Component flat) {
        long periods = session.stream().map(Stretch::period).distinct().count();
        BigDecimal pieces = rules.has(Method.FLAT_PER_PERIOD) ? BigDecimal.valueOf(periods) : BigDecimal.ONE;
        return rules.has(Method.FLAT_TIMES_STEP) ? pieces.multiply(flat.stepSize()) : pieces;
    }

    private List<Line> energy() {
        List<Line> lines = new ArrayList<>();
        for (Stretch stretch : session) {
            if (stretch.kwh().signum() > 0) {
                BigDecimal quantity = rules.has(Method.ENERGY_PRICE_PER_WH)
                        ? stretch.kwh().multiply(BigDecimal.valueOf(1000))
                        : stretch.kwh();
                lookup.session(stretch, Dimension.ENERGY)
                        .ifPresent(component -> lines.add(line(Figure.ENERGY, stretch, component, quantity)));
            }
        }
        return lines;
    }

    private List<Line> time() {
        List<Line> lines = new ArrayList<>();
        for (Stretch stretch : session) {
            if (stretch.billedSeconds().signum() > 0) {
                priceOfTime(stretch)
                        .ifPresent(component -> lines.add(line(
                                stretch.kind() == Stretch.Kind.PARKED ? Figure.PARKING : Figure.TIME,
                                stretch,
                                component,
                                stretch.billedSeconds())));
            }
        }
        return lines;
    }

    private Optional<Component> priceOfTime(Stretch stretch) {
        boolean parked = stretch.kind() == Stretch.Kind.PARKED && !rules.has(Method.PARKING_AS_TIME);
        Optional<Component> price = lookup.session(stretch, parked ? Dimension.PARKING_TIME : Dimension.TIME);
        if (!stretch.timed()
                && price.filter(found -> found.price().signum() != 0).isPresent()) {
            throw new Unknowable("time has a price, but a period has no volume of time");
        }
        return price;
    }

    private boolean endsFree() {
        return !session.isEmpty()
                && priceOfTime(session.get(session.size() - 1)).isEmpty();
    }

    private static Line line(Figure part, Stretch stretch, Component component, BigDecimal quantity) {
        return new Line(part, stretch.tariff().orElseThrow(), component, quantity, stretch.period());
    }
}
