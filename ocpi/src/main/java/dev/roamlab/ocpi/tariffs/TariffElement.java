package dev.roamlab.ocpi.tariffs;

import dev.roamlab.ocpi.types.Require;
import java.util.List;
import java.util.Optional;

/**
 * Price components that apply under the same restrictions; without restrictions, always. Spec:
 * mod_tariffs_tariffelement_class.
 */
public record TariffElement(List<PriceComponent> priceComponents, Optional<TariffRestrictions> restrictions) {
    public TariffElement {
        Require.notEmpty("price_components", priceComponents);
        priceComponents = List.copyOf(priceComponents);
        if (restrictions.flatMap(TariffRestrictions::reservation).isPresent()) {
            priceComponents.forEach(TariffElement::requireOfReservation);
        }
    }

    /** An element that always applies. */
    public static TariffElement of(PriceComponent... priceComponents) {
        return new TariffElement(List.of(priceComponents), Optional.empty());
    }

    private static void requireOfReservation(PriceComponent component) {
        TariffDimensionType type = component.type();
        Require.that(
                type == TariffDimensionType.FLAT || type == TariffDimensionType.TIME,
                "price_components",
                "only FLAT and TIME under a reservation restriction",
                type);
    }
}
