package dev.roamlab.ocpi.tariffs;

import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The price of one dimension. Spec: mod_tariffs_pricecomponent_class.
 *
 * @param price per kWh, per hour, or once, as the dimension says; with or without taxes, as the tariff says
 * @param vat a rate, 21 for 21 %
 * @param stepSize billed in blocks of so many Wh or seconds; without meaning for FLAT
 */
public record PriceComponent(TariffDimensionType type, BigDecimal price, Optional<BigDecimal> vat, int stepSize) {
    public PriceComponent {
        Require.present("type", type);
        Require.present("price", price);
        price = Numbers.plain("price", price);
        Require.notNegative("step_size", stepSize);
        vat = Numbers.plain("vat", vat);
    }
}
