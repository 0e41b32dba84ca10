package dev.roamlab.scenarios.operator;

import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Changes the price of one dimension wherever a tariff has it. */
public final class Repricing {
    private Repricing() {}

    /** The tariff with another price; without a dimension, of the first that it has. */
    public static Tariff of(Tariff tariff, Optional<TariffDimensionType> wanted, BigDecimal price, Instant now) {
        TariffDimensionType dimension = wanted.orElseGet(() -> first(tariff).type());
        return TariffBuilder.builder(tariff)
                .elements(tariff.elements().stream()
                        .map(element -> new TariffElement(
                                element.priceComponents().stream()
                                        .map(component -> priced(component, dimension, price))
                                        .toList(),
                                element.restrictions()))
                        .toList())
                .lastUpdated(now)
                .build();
    }

    /** The component that is named first. */
    static PriceComponent first(Tariff tariff) {
        return tariff.elements().get(0).priceComponents().get(0);
    }

    private static PriceComponent priced(PriceComponent component, TariffDimensionType dimension, BigDecimal price) {
        return component.type() == dimension
                ? new PriceComponent(component.type(), price, component.vat(), component.stepSize())
                : component;
    }
}
