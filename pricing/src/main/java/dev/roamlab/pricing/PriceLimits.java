package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.PriceLimit;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import dev.roamlab.pricing.AppliedLimit.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Holds a total within min_price and max_price. The figures before and after taxes limit on their own (TAR-048, TAR-050). Of
 * a limit with one figure only, OCPI does not say what becomes of the other side: here the taxes keep their share, as a total
 * with taxes below the one without would be absurd. With several tariffs every limit holds for the session; should they
 * contradict each other, the maximum wins, because nobody was promised a minimum.
 */
final class PriceLimits {
    private final List<AppliedLimit> applied = new ArrayList<>();
    private Amount total;

    private PriceLimits(Amount computed) {
        total = computed;
    }

    /**
     * The limited total.
     *
     * @param session whether there was a session: a reservation alone need not reach a minimum
     */
    static PriceLimits of(Amount computed, List<Tariff> tariffs, boolean session) {
        PriceLimits limits = new PriceLimits(computed);
        for (Tariff tariff : tariffs) {
            tariff.minPrice().filter(limit -> session).ifPresent(limit -> limits.apply(Kind.MIN_PRICE, tariff, limit));
        }
        for (Tariff tariff : tariffs) {
            tariff.maxPrice().ifPresent(limit -> limits.apply(Kind.MAX_PRICE, tariff, limit));
        }
        return limits;
    }

    Amount total() {
        return total;
    }

    List<AppliedLimit> applied() {
        return applied;
    }

    private void apply(Kind kind, Tariff tariff, PriceLimit limit) {
        BinaryOperator<BigDecimal> within = kind == Kind.MIN_PRICE ? BigDecimal::max : BigDecimal::min;
        Amount before = total;
        Optional<BigDecimal> excl = before.excl().map(value -> within.apply(value, limit.beforeTaxes()));
        Optional<BigDecimal> incl = limit.afterTaxes()
                .map(bound -> before.incl().map(value -> within.apply(value, bound)))
                .or(() -> excl.map(value -> sameShare(before, value, tariff)))
                .orElse(before.incl());
        total = new Amount(excl, incl);
        if (differs(before.excl(), excl) || differs(before.incl(), incl)) {
            applied.add(new AppliedLimit(kind, tariff.id(), limit, before.shown(), total.shown()));
        }
    }

    private static Optional<BigDecimal> sameShare(Amount before, BigDecimal excl, Tariff tariff) {
        BigDecimal was = before.exclOrIncl();
        if (was.compareTo(excl) == 0 || before.incl().isEmpty()) {
            return before.incl();
        }
        return was.signum() == 0
                ? onlyVatFactor(tariff).map(excl::multiply)
                : before.incl().map(incl -> incl.multiply(excl).divide(was, Rounding.EXACT));
    }

    /** Nothing was consumed, so there is no share to keep: the tariff's one rate, if it has but one. */
    private static Optional<BigDecimal> onlyVatFactor(Tariff tariff) {
        if (tariff.taxIncluded() == TaxIncluded.NOT_APPLICABLE) {
            return Optional.of(BigDecimal.ONE);
        }
        List<Optional<BigDecimal>> rates = tariff.elements().stream()
                .flatMap(element -> element.priceComponents().stream())
                .map(component -> component.vat().map(BigDecimal::stripTrailingZeros))
                .distinct()
                .toList();
        return rates.size() == 1 ? rates.get(0).map(vat -> BigDecimal.ONE.add(vat.movePointLeft(2))) : Optional.empty();
    }

    private static boolean differs(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() && (other.isEmpty() || one.get().compareTo(other.get()) != 0);
    }
}
