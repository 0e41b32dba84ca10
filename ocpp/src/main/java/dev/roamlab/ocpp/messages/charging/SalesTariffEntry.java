package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.payload.AtLeast;
import dev.roamlab.ocpp.payload.AtMost;
import java.util.List;
import java.util.Optional;

/** Prices during one interval. */
public record SalesTariffEntry(
        RelativeTimeInterval relativeTimeInterval,
        @AtLeast(0) Optional<Integer> ePriceLevel,
        @AtMost(3) List<ConsumptionCost> consumptionCost) {
    /** Lists are copied. */
    public SalesTariffEntry {
        consumptionCost = List.copyOf(consumptionCost);
    }
}
