package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.Numbers;
import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;

/** The share of one source in an energy mix, in percent. Spec: mod_locations_energysource_class. */
public record EnergySource(EnergySourceCategory source, BigDecimal percentage) {
    public EnergySource {
        Require.present("source", source);
        Require.range("percentage", percentage, 0, 100);
        percentage = Numbers.plain("percentage", percentage);
    }
}
