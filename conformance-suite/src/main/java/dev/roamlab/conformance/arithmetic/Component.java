package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A PriceComponent.
 *
 * @param place unique within the Tariff
 */
record Component(int place, Dimension dimension, BigDecimal price, Optional<BigDecimal> vat, BigDecimal stepSize) {
    static Component of(JsonNode component, int place) {
        return new Component(
                place,
                Json.parsed(component, "type", Dimension::valueOf)
                        .orElseThrow(() -> new Unknowable("a price component has no type")),
                Json.number(component, "price"),
                Json.maybeNumber(component, "vat"),
                Json.maybeNumber(component, "step_size").orElse(BigDecimal.ONE));
    }
}
