package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import java.util.List;

/** What generating energy leaves behind; an open list. Spec: mod_locations_environmentalimpactcategory_enum. */
public record EnvironmentalImpactCategory(String value) implements OpenEnum {
    public static final EnvironmentalImpactCategory NUCLEAR_WASTE = new EnvironmentalImpactCategory("NUCLEAR_WASTE");

    public static final EnvironmentalImpactCategory CARBON_DIOXIDE = new EnvironmentalImpactCategory("CARBON_DIOXIDE");

    /** The listed values, in the specification's order. */
    public static final List<EnvironmentalImpactCategory> KNOWN = List.of(NUCLEAR_WASTE, CARBON_DIOXIDE);

    public EnvironmentalImpactCategory {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
