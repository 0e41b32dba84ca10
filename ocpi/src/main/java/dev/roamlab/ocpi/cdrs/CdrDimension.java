package dev.roamlab.ocpi.cdrs;

import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;

/**
 * How much of one dimension a charging period saw. Spec: mod_cdrs_cdrdimension_class.
 *
 * @param volume in the unit of the type: kWh, hours, A, kW or percent
 */
public record CdrDimension(CdrDimensionType type, BigDecimal volume) {
    public CdrDimension {
        Require.present("type", type);
        Require.present("volume", volume);
        volume = Numbers.plain("volume", volume);
        if (type == CdrDimensionType.STATE_OF_CHARGE) {
            Require.range("volume", volume, 0, 100);
        }
    }
}
