package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What an amount is without and with tax, by vat and tax_included. Spec: mod_tariffs_pricecomponent_class. */
record Taxes(Rules rules) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    BigDecimal net(Line line) {
        return contained(line) ? line.amount().divide(factor(line), MathContext.DECIMAL128) : line.amount();
    }

    BigDecimal gross(Line line) {
        return added(line) ? line.amount().multiply(factor(line)) : line.amount();
    }

    private boolean contained(Line line) {
        return line.tariff().taxIncluded().equals(rules.has(Method.TAX_THE_OTHER_WAY) ? "NO" : "YES");
    }

    private boolean added(Line line) {
        return line.tariff().taxIncluded().equals(rules.has(Method.TAX_THE_OTHER_WAY) ? "YES" : "NO");
    }

    private BigDecimal factor(Line line) {
        return BigDecimal.ONE.add(vat(line).orElse(BigDecimal.ZERO).divide(HUNDRED, MathContext.DECIMAL128));
    }

    private Optional<BigDecimal> vat(Line line) {
        Optional<BigDecimal> own = line.component().vat();
        if (own.isPresent() ? rules.has(Method.ONE_VAT_FOR_ALL) : rules.has(Method.MISSING_VAT_FILLED)) {
            return line.tariff().elements().stream()
                    .flatMap(element -> element.components().stream())
                    .flatMap(component -> component.vat().stream())
                    .findFirst();
        }
        return own;
    }
}
