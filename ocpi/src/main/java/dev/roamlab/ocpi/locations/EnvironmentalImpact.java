package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;

/** What an energy mix leaves behind, in grams per kWh. Spec: mod_locations_environmentalimpact_class. */
public record EnvironmentalImpact(EnvironmentalImpactCategory category, BigDecimal amount) {
    public EnvironmentalImpact {
        Require.present("category", category);
        Require.present("amount", amount);
        amount = Numbers.plain("amount", amount);
    }
}
