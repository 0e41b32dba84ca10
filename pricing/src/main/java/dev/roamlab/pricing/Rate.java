package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A price component in the place where it stands.
 *
 * @param element index in the tariff's list of elements
 */
record Rate(Tariff tariff, int element, PriceComponent component) {

    TariffDimensionType dimension() {
        return component.type();
    }

    /** What so much costs; the quantity is in units of the price: kWh, hours, or once. */
    Amount cost(BigDecimal quantity, MissingVat missingVat) {
        BigDecimal cost = component.price().multiply(quantity, Rounding.EXACT);
        if (tariff.taxIncluded() == TaxIncluded.NOT_APPLICABLE || cost.signum() == 0) {
            return Amount.of(cost, cost);
        }
        boolean gross = tariff.taxIncluded() == TaxIncluded.YES;
        Optional<BigDecimal> vat = vatFactor();
        if (vat.isPresent()) {
            return gross
                    ? Amount.of(cost.divide(vat.get(), Rounding.EXACT), cost)
                    : Amount.of(cost, cost.multiply(vat.get(), Rounding.EXACT));
        }
        if (missingVat == MissingVat.NONE || namesVat(tariff)) {
            return Amount.of(cost, cost);
        }
        return gross ? Amount.gross(cost) : Amount.net(cost);
    }

    /** The rate that taxes this component, if one is named and taxes apply at all. */
    Optional<BigDecimal> vat() {
        return tariff.taxIncluded() == TaxIncluded.NOT_APPLICABLE ? Optional.empty() : component.vat();
    }

    private Optional<BigDecimal> vatFactor() {
        return component.vat().map(vat -> BigDecimal.ONE.add(vat.movePointLeft(2)));
    }

    private static boolean namesVat(Tariff tariff) {
        return tariff.elements().stream()
                .flatMap(element -> element.priceComponents().stream())
                .anyMatch(component -> component.vat().isPresent());
    }
}
