package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.ReservationRestrictionType;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import dev.roamlab.pricing.Slice.Point;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cuts phases wherever a restriction may change its answer, so that each slice can be judged at its middle and no question
 * of inclusive or exclusive bounds is left. Energy is spread evenly over a phase, so a threshold in kWh is a point in time.
 */
final class Slicer {
    private static final List<TariffDimensionType> WHILE_CHARGING =
            List.of(TariffDimensionType.ENERGY, TariffDimensionType.TIME);
    private static final List<TariffDimensionType> WHILE_PARKED =
            List.of(TariffDimensionType.ENERGY, TariffDimensionType.PARKING_TIME);
    private static final List<TariffDimensionType> WHILE_RESERVED = List.of(TariffDimensionType.TIME);

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-12");

    private final Usage usage;
    private final TariffBook tariffs;
    private final ZoneId zone;
    private final Timeline timeline;
    private final List<Slice> slices = new ArrayList<>();

    private Slicer(Usage usage, TariffBook tariffs, ZoneId zone) {
        this.usage = usage;
        this.tariffs = tariffs;
        this.zone = zone;
        timeline = new Timeline(usage);
    }

    static List<Slice> cut(Usage usage, TariffBook tariffs, ZoneId zone) {
        Slicer slicer = new Slicer(usage, tariffs, zone);
        BigDecimal kwh = BigDecimal.ZERO;
        for (int i = 0; i < usage.phases().size(); i++) {
            BigDecimal before = kwh;
            kwh = kwh.add(usage.phases().get(i).energyKwh());
            slicer.cut(i, before, kwh);
        }
        return slicer.slices;
    }

    private void cut(int index, BigDecimal kwhBefore, BigDecimal kwhAfter) {
        Phase phase = usage.phases().get(index);
        Point start = new Point(timeline.seconds(phase.start()), kwhBefore);
        Point end = new Point(timeline.seconds(phase.end()), kwhAfter);
        Optional<Tariff> tariff = tariffs.of(phase);
        if (tariff.isEmpty()) {
            slices.add(new Slice(phase, timeline.run(index), tariff, start, end, new BitSet(), List.of()));
            return;
        }
        boolean opens = timeline.opens(index);
        Point from = start;
        for (Point to : cuts(index, phase, tariff.get(), start, end)) {
            slices.add(slice(index, phase, tariff.get(), from, to, opens));
            from = to;
            opens = false;
        }
    }

    /** All ends of slices: the thresholds within the phase in order, then its end. */
    private List<Point> cuts(int index, Phase phase, Tariff tariff, Point start, Point end) {
        Thresholds thresholds = tariffs.thresholds(tariff);
        List<Point> cuts = new ArrayList<>();
        for (Instant instant : thresholds.instants(phase.start(), phase.end(), zone)) {
            addAtTime(cuts, timeline.seconds(instant), start, end);
        }
        for (BigDecimal seconds : thresholds.seconds()) {
            addAtTime(cuts, timeline.base(index).add(seconds), start, end);
        }
        for (BigDecimal kwh : thresholds.kwh()) {
            addAtEnergy(cuts, kwh, start, end);
        }
        if (cuts.size() > 1) {
            Comparator<Point> byTime = Comparator.comparing(Point::seconds);
            cuts.sort(byTime.thenComparing(Point::kwh));
            removeTwins(cuts);
        }
        cuts.add(end);
        return cuts;
    }

    private static void addAtTime(List<Point> cuts, BigDecimal seconds, Point start, Point end) {
        if (seconds.compareTo(start.seconds()) > 0 && seconds.compareTo(end.seconds()) < 0) {
            BigDecimal length = end.seconds().subtract(start.seconds());
            BigDecimal energy = end.kwh().subtract(start.kwh());
            BigDecimal part = energy.multiply(seconds.subtract(start.seconds())).divide(length, Rounding.EXACT);
            cuts.add(new Point(seconds, start.kwh().add(part)));
        }
    }

    /** Energy may flow back, so a threshold can be passed in either direction. */
    private static void addAtEnergy(List<Point> cuts, BigDecimal kwh, Point start, Point end) {
        BigDecimal energy = end.kwh().subtract(start.kwh());
        BigDecimal used = kwh.subtract(start.kwh());
        if (used.signum() == energy.signum() && used.signum() != 0 && used.abs().compareTo(energy.abs()) < 0) {
            BigDecimal length = end.seconds().subtract(start.seconds());
            BigDecimal part = length.multiply(used).divide(energy, Rounding.EXACT);
            cuts.add(new Point(start.seconds().add(part), kwh));
        }
    }

    /** Two thresholds met at once, one of them computed with a rounding error in the last digit. */
    private static void removeTwins(List<Point> cuts) {
        for (int i = cuts.size() - 1; i > 0; i--) {
            Point one = cuts.get(i - 1);
            Point other = cuts.get(i);
            if (isNegligible(other.seconds().subtract(one.seconds()))
                    && isNegligible(other.kwh().subtract(one.kwh()))) {
                cuts.remove(i);
            }
        }
    }

    private static boolean isNegligible(BigDecimal difference) {
        return difference.abs().compareTo(NEGLIGIBLE) < 0;
    }

    private Slice slice(int index, Phase phase, Tariff tariff, Point from, Point to, boolean opens) {
        Point middle = new Point(
                from.seconds().add(to.seconds()).multiply(HALF),
                from.kwh().add(to.kwh()).multiply(HALF));
        BitSet elements = holding(tariff, moment(index, phase, tariff, middle));
        List<Rate> rates = new ArrayList<>();
        if (opens) {
            BitSet atStart = holding(tariff, moment(index, phase, tariff, from));
            choose(tariff, TariffDimensionType.FLAT, atStart).ifPresent(rates::add);
        }
        for (TariffDimensionType dimension : dimensions(phase.kind())) {
            choose(tariff, dimension, elements).ifPresent(rates::add);
        }
        return new Slice(phase, timeline.run(index), Optional.of(tariff), from, to, elements, rates);
    }

    private static List<TariffDimensionType> dimensions(PhaseKind kind) {
        return switch (kind) {
            case RESERVED -> WHILE_RESERVED;
            case CHARGING -> WHILE_CHARGING;
            case PARKED -> WHILE_PARKED;
        };
    }

    private Moment moment(int index, Phase phase, Tariff tariff, Point point) {
        Duration sinceStart = Rounding.duration(point.seconds());
        return new Moment(
                LocalDateTime.ofInstant(usage.start().plus(sinceStart), zone),
                point.kwh(),
                point.seconds().subtract(timeline.base(index)),
                tariffs.thresholds(tariff).power() ? phase.effectivePowerKw() : Optional.empty(),
                phase.effectiveCurrentA(),
                timeline.expired(index));
    }

    private static BitSet holding(Tariff tariff, Moment moment) {
        BitSet holding = new BitSet();
        for (int i = 0; i < tariff.elements().size(); i++) {
            holding.set(i, Restriction.holds(tariff.elements().get(i).restrictions(), moment));
        }
        return holding;
    }

    /**
     * The first element that applies and prices the dimension. What is written for expired reservations goes before what is
     * written for reservations, whatever the order. Spec: mod_tariffs_tariff_object, mod_tariffs_reservation_restriction_type.
     */
    private static Optional<Rate> choose(Tariff tariff, TariffDimensionType dimension, BitSet elements) {
        Optional<Rate> first = Optional.empty();
        for (int i = elements.nextSetBit(0); i >= 0; i = elements.nextSetBit(i + 1)) {
            TariffElement element = tariff.elements().get(i);
            int at = i;
            Optional<Rate> rate = element.priceComponents().stream()
                    .filter(component -> component.type() == dimension)
                    .findFirst()
                    .map(component -> new Rate(tariff, at, component));
            if (rate.isPresent() && isForExpired(element)) {
                return rate;
            }
            first = first.isPresent() ? first : rate;
        }
        return first;
    }

    private static boolean isForExpired(TariffElement element) {
        return element.restrictions()
                .flatMap(TariffRestrictions::reservation)
                .filter(type -> type == ReservationRestrictionType.RESERVATION_EXPIRES)
                .isPresent();
    }
}
