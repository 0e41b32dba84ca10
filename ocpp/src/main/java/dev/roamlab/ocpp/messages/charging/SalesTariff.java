package dev.roamlab.ocpp.messages.charging;

import dev.roamlab.ocpp.payload.AtMost;
import dev.roamlab.ocpp.payload.Max;
import dev.roamlab.ocpp.payload.NotEmpty;
import java.util.List;
import java.util.Optional;

/** Prices over time, for a car to plan with (ISO 15118). */
public record SalesTariff(
        int id,
        @Max(32) Optional<String> salesTariffDescription,
        Optional<Integer> numEPriceLevels,
        @NotEmpty @AtMost(1024) List<SalesTariffEntry> salesTariffEntry) {
    /** Lists are copied. */
    public SalesTariff {
        salesTariffEntry = List.copyOf(salesTariffEntry);
    }
}
