package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import java.util.List;

/** What a parking place is made for; an open list, new in 2.3.0. Spec: mod_locations_vehicletype_enum. */
public record VehicleType(String value) implements OpenEnum {
    public static final VehicleType MOTORCYCLE = new VehicleType("MOTORCYCLE");

    public static final VehicleType PERSONAL_VEHICLE = new VehicleType("PERSONAL_VEHICLE");

    public static final VehicleType PERSONAL_VEHICLE_WITH_TRAILER = new VehicleType("PERSONAL_VEHICLE_WITH_TRAILER");

    public static final VehicleType VAN = new VehicleType("VAN");

    public static final VehicleType SEMI_TRACTOR = new VehicleType("SEMI_TRACTOR");

    public static final VehicleType RIGID = new VehicleType("RIGID");

    public static final VehicleType TRUCK_WITH_TRAILER = new VehicleType("TRUCK_WITH_TRAILER");

    public static final VehicleType BUS = new VehicleType("BUS");

    public static final VehicleType DISABLED = new VehicleType("DISABLED");

    /** The listed values, in the specification's order. */
    public static final List<VehicleType> KNOWN = List.of(
            MOTORCYCLE,
            PERSONAL_VEHICLE,
            PERSONAL_VEHICLE_WITH_TRAILER,
            VAN,
            SEMI_TRACTOR,
            RIGID,
            TRUCK_WITH_TRAILER,
            BUS,
            DISABLED);

    public VehicleType {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
