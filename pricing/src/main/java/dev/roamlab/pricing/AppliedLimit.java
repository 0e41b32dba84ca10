package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.PriceLimit;
import dev.roamlab.ocpi.types.CiString;

/**
 * A min_price or max_price that changed the total. Spec: mod_tariffs_tariff_object.
 *
 * @param computed what the lines add up to
 * @param charged what is charged instead
 */
public record AppliedLimit(Kind kind, CiString tariffId, PriceLimit limit, Amount computed, Amount charged) {

    /** Which way it limits. */
    public enum Kind {
        MIN_PRICE,
        MAX_PRICE
    }
}
