package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.payload.AtMost;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.math.BigDecimal;
import java.util.List;

/** Costs from some consumption on. */
public record ConsumptionCost(
        BigDecimal startValue, @NotEmpty @AtMost(3) List<Cost> cost) {
    /** Lists are copied. */
    public ConsumptionCost {
        cost = List.copyOf(cost);
    }
}
