package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import java.util.List;

/** What a connector can do; an open list, new in 2.3.0. Spec: mod_locations_connectorcapability_enum. */
public record ConnectorCapability(String value) implements OpenEnum {
    public static final ConnectorCapability ISO_15118_2_PLUG_AND_CHARGE =
            new ConnectorCapability("ISO_15118_2_PLUG_AND_CHARGE");

    public static final ConnectorCapability ISO_15118_20_PLUG_AND_CHARGE =
            new ConnectorCapability("ISO_15118_20_PLUG_AND_CHARGE");

    /** The listed values, in the specification's order. */
    public static final List<ConnectorCapability> KNOWN =
            List.of(ISO_15118_2_PLUG_AND_CHARGE, ISO_15118_20_PLUG_AND_CHARGE);

    public ConnectorCapability {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
