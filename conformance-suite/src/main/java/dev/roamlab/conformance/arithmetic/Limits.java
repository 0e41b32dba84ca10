package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Adds up a bill and keeps it between min_price and max_price. Spec: mod_tariffs_tariff_object. */
final class Limits {
    private final Rules rules;
    private final boolean charged;
    private final boolean reserved;

    Limits(Rules rules, boolean charged, boolean reserved) {
        this.rules = rules;
        this.charged = charged;
        this.reserved = reserved;
    }

    Bill bill(List<Line> lines, Collection<PricedTariff> used, Map<Figure, BigDecimal> parts) {
        Taxes taxes = new Taxes(rules);
        BigDecimal net = lines.stream().map(taxes::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gross = lines.stream().map(taxes::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean hidden = lines.stream().anyMatch(line -> line.tariff().taxHidden(line.component()));
        Totals limited = new Totals(net, Optional.of(gross), false);
        if (used.stream()
                .anyMatch(tariff -> tariff.min().present() || tariff.max().present())) {
            limited = limit(limited, used.iterator().next());
            refuseOpenQuestions(limited.limited(), used.size(), hidden);
        }
        return new Bill(
                hidden ? Optional.empty() : Optional.of(limited.net()),
                limited.gross(),
                parts,
                limited.limited(),
                lines.stream().map(Limits::spelled).toList(),
                lines.stream()
                        .map(line -> line.period() + "/" + line.pricedBy())
                        .distinct()
                        .count());
    }

    private void refuseOpenQuestions(boolean limited, int tariffs, boolean hidden) {
        if (tariffs > 1) {
            throw new Unknowable("whose min_price or max_price counts is open when two Tariffs share a session");
        }
        if (limited && reserved) {
            throw new Unknowable("whether min_price and max_price include a reservation is open");
        }
        if (limited && hidden) {
            throw new Unknowable("min_price or max_price counts, but the taxes in the prices are not known");
        }
    }

    private record Totals(BigDecimal net, Optional<BigDecimal> gross, boolean limited) {
        Totals limitedTo(Limit limit, BinaryOperator<BigDecimal> bound) {
            BigDecimal lawfulNet =
                    limit.net().map(value -> bound.apply(value, net)).orElse(net);
            boolean changed = lawfulNet.compareTo(net) != 0;
            // With one of the two amounts given, what the other becomes is open.
            Optional<BigDecimal> lawfulGross = changed && limit.gross().isEmpty()
                    ? Optional.empty()
                    : gross.map(old ->
                            limit.gross().map(value -> bound.apply(value, old)).orElse(old));
            return new Totals(lawfulNet, lawfulGross, limited || changed || !lawfulGross.equals(gross));
        }
    }

    private Totals limit(Totals totals, PricedTariff tariff) {
        Totals result = totals;
        if (charged && rules.has(Method.MIN_PRICE_ADDED)) {
            BigDecimal fee = tariff.min().net().orElse(BigDecimal.ZERO);
            return new Totals(totals.net().add(fee), Optional.empty(), false);
        }
        Limit min = rules.has(Method.MIN_PRICE_NET_ONLY)
                ? new Limit(tariff.min().net(), Optional.of(BigDecimal.ZERO))
                : tariff.min();
        if (!rules.has(Method.MIN_PRICE_IGNORED)) {
            result = result.limitedTo(min, BigDecimal::max);
        }
        if (rules.has(Method.MAX_PRICE_IGNORED)) {
            return result;
        }
        return result.limitedTo(
                rules.has(Method.MAX_PRICE_NET_ONLY) ? unlimitedGross(tariff.max(), result) : tariff.max(),
                BigDecimal::min);
    }

    private static Limit unlimitedGross(Limit max, Totals totals) {
        return new Limit(max.net(), totals.gross());
    }

    private static String spelled(Line line) {
        BigDecimal units = line.dimension().units(line.quantity()).setScale(4, RoundingMode.HALF_UP);
        return line.dimension() + " " + units.stripTrailingZeros().toPlainString() + " x "
                + line.component().price().toPlainString();
    }
}
