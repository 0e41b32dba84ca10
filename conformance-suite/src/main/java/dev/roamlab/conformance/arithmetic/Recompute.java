package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Prices a CDR with Tariffs, both as they came over the wire, in the form of either version. */
public final class Recompute {
    private final Rules rules;
    private final Optional<ZoneId> zone;

    private Recompute(Rules rules, Optional<ZoneId> zone) {
        this.rules = rules;
        this.zone = zone;
    }

    /**
     * Works out a bill.
     *
     * @param tariffs all Tariffs that the CDR's periods refer to
     * @param zone the time_zone of the Location
     */
    public static Recomputation of(JsonNode cdr, List<JsonNode> tariffs, ZoneId zone, Method method) {
        return of(cdr, tariffs, Optional.of(zone), Set.of(method));
    }

    /** The same with several methods at once, and a zone that may be unknown. */
    static Recomputation of(JsonNode cdr, List<JsonNode> tariffs, Optional<ZoneId> zone, Set<Method> methods) {
        try {
            return new Recompute(new Rules(methods), zone).bill(cdr, tariffs);
        } catch (Unknowable unknown) {
            return new NotComputable(String.valueOf(unknown.getMessage()));
        }
    }

    private Bill bill(JsonNode cdr, List<JsonNode> tariffs) {
        ChargeRecord record = new ChargeRecord(cdr, tariffs, rules.has(Method.TARIFF_ASSUMED));
        Cutter cutter = new Cutter(zone, !rules.has(Method.CHANGE_AT_BOUNDARY));
        List<Stretch> stretches = cutter.cut(record.stretches());
        if (stretches.isEmpty()) {
            throw new Unknowable("there are no charging_periods");
        }
        List<Stretch> session =
                stretches.stream().filter(stretch -> !stretch.reserved()).toList();
        List<Stretch> reserved = stretches.stream().filter(Stretch::reserved).toList();
        Lookup lookup = new Lookup(rules, zone, session);
        List<Line> lines = new SessionLines(rules, lookup, session).lines();
        boolean timePriced =
                lines.stream().anyMatch(line -> line.part() == Figure.TIME || line.part() == Figure.PARKING);
        List<Line> all = new ArrayList<>(lines);
        all.addAll(new ReservationLines(rules, lookup, reserved, session).lines(timePriced));
        return new Limits(rules, !session.isEmpty(), !reserved.isEmpty()).bill(all, record.tariffs(), parts(all));
    }

    private Map<Figure, BigDecimal> parts(List<Line> lines) {
        Taxes taxes = new Taxes(rules);
        Map<Figure, BigDecimal> parts = new EnumMap<>(Figure.class);
        lines.forEach(line -> partOf(line).ifPresent(part -> parts.merge(part, taxes.net(line), BigDecimal::add)));
        return parts;
    }

    private Optional<Figure> partOf(Line line) {
        boolean fee = line.dimension() == Dimension.FLAT && line.part() == Figure.RESERVATION;
        if (rules.has(Method.ALL_IN_ENERGY_COST)) {
            return Optional.of(Figure.ENERGY);
        }
        if (fee && rules.has(Method.FEE_OUTSIDE_RESERVATION)) {
            return Optional.empty();
        }
        if (fee && rules.has(Method.FEE_OF_RESERVATION_AS_FIXED)) {
            return Optional.of(Figure.FIXED);
        }
        return Optional.of(
                line.part() == Figure.PARKING && rules.has(Method.PARKING_IN_TIME_COST) ? Figure.TIME : line.part());
    }
}
