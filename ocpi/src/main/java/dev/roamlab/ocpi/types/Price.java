package dev.roamlab.ocpi.types;

import java.math.BigDecimal;
import java.util.List;

/**
 * A sum of money before taxes, and the taxes on it. An empty list of taxes says nothing about taxes: none may be due, or
 * they are not known. Spec: types_price_class.
 */
public record Price(BigDecimal beforeTaxes, List<TaxAmount> taxes) {
    public Price {
        Require.present("before_taxes", beforeTaxes);
        beforeTaxes = Numbers.plain("before_taxes", beforeTaxes);
        taxes = List.copyOf(taxes);
    }

    /** A price of which no taxes are given. */
    public static Price of(BigDecimal beforeTaxes) {
        return new Price(beforeTaxes, List.of());
    }

    /** The price with all taxes that it lists. */
    public BigDecimal afterTaxes() {
        return taxes.stream().map(TaxAmount::amount).reduce(beforeTaxes, BigDecimal::add);
    }
}
