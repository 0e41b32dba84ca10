package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import java.util.List;
import java.util.Optional;

/** Where the energy of a location or tariff comes from. Spec: mod_locations_energymix_class. */
@OcpiRecord
public record EnergyMix(
        boolean isGreenEnergy,
        List<EnergySource> energySources,
        List<EnvironmentalImpact> environImpact,
        Optional<String> supplierName,
        Optional<String> energyProductName) {
    public EnergyMix {
        energySources = List.copyOf(energySources);
        environImpact = List.copyOf(environImpact);
        Require.length("supplier_name", supplierName, 64);
        Require.length("energy_product_name", energyProductName, 64);
    }
}
