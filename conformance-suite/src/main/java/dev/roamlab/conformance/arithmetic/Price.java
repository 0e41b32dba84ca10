package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A Price as a CDR states it, in the form of either version.
 *
 * @param gross with tax: {@code incl_vat}, or {@code before_taxes} and all {@code taxes} together
 */
public record Price(BigDecimal net, Optional<BigDecimal> gross) {
    /** The price; empty when it is not there or not a Price. */
    public static Optional<Price> of(JsonNode price) {
        if (price.path("before_taxes").isNumber()) {
            BigDecimal net = price.path("before_taxes").decimalValue();
            return taxes(price.path("taxes")).map(taxes -> new Price(net, Optional.of(net.add(taxes))));
        }
        if (price.path("excl_vat").isNumber()) {
            JsonNode gross = price.path("incl_vat");
            return Optional.of(new Price(
                    price.path("excl_vat").decimalValue(),
                    gross.isNumber() ? Optional.of(gross.decimalValue()) : Optional.empty()));
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> taxes(JsonNode taxes) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode tax : taxes) {
            if (!tax.path("amount").isNumber()) {
                return Optional.empty();
            }
            sum = sum.add(tax.path("amount").decimalValue());
        }
        return Optional.of(sum);
    }
}
