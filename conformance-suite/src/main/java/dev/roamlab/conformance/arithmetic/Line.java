package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;

/**
 * A line of a bill, before tax is looked at.
 *
 * @param part the partial total to which it belongs
 * @param quantity kWh, seconds or pieces
 * @param period index of the charging period
 */
record Line(Figure part, PricedTariff tariff, Component component, BigDecimal quantity, int period) {
    Line plus(BigDecimal extra) {
        return new Line(part, tariff, component, quantity.add(extra), period);
    }

    Dimension dimension() {
        return component.dimension();
    }

    /** The price times the quantity. */
    BigDecimal amount() {
        return dimension().units(quantity).multiply(component.price());
    }

    /** Lines of the same key are priced by the same component of the same Tariff. */
    String pricedBy() {
        return tariff.id() + '/' + component.place();
    }
}
