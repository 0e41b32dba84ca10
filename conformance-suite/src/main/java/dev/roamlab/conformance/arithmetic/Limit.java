package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A min_price or max_price: the spelling of either version. */
record Limit(Optional<BigDecimal> net, Optional<BigDecimal> gross) {
    static final Limit NONE = new Limit(Optional.empty(), Optional.empty());

    static Limit of(JsonNode limit) {
        if (!limit.isObject()) {
            return NONE;
        }
        return limit.has("before_taxes")
                ? new Limit(Json.maybeNumber(limit, "before_taxes"), Json.maybeNumber(limit, "after_taxes"))
                : new Limit(Json.maybeNumber(limit, "excl_vat"), Json.maybeNumber(limit, "incl_vat"));
    }

    boolean present() {
        return net.isPresent() || gross.isPresent();
    }
}
