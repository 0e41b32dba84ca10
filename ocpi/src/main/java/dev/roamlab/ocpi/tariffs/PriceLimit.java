package dev.roamlab.ocpi.tariffs;

import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.util.Optional;

/** The least or the most that a session costs; both figures limit on their own. Spec: mod_tariffs_pricelimit_class. */
public record PriceLimit(BigDecimal beforeTaxes, Optional<BigDecimal> afterTaxes) {
    public PriceLimit {
        Require.present("before_taxes", beforeTaxes);
        beforeTaxes = Numbers.plain("before_taxes", beforeTaxes);
        afterTaxes = Numbers.plain("after_taxes", afterTaxes);
    }
}
