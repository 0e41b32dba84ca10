package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import dev.roamlab.ocpi.types.Since;
import java.util.List;

/** Who may charge at an EVSE; an open list. Spec: mod_locations_parkingrestriction_enum. */
public record ParkingRestriction(String value) implements OpenEnum {
    public static final ParkingRestriction CUSTOMERS = new ParkingRestriction("CUSTOMERS");

    public static final ParkingRestriction DISABLED = new ParkingRestriction("DISABLED");

    @Since(OcpiVersion.V2_3_0)
    public static final ParkingRestriction EMPLOYEES = new ParkingRestriction("EMPLOYEES");

    public static final ParkingRestriction EV_ONLY = new ParkingRestriction("EV_ONLY");

    public static final ParkingRestriction MOTORCYCLES = new ParkingRestriction("MOTORCYCLES");

    public static final ParkingRestriction PLUGGED = new ParkingRestriction("PLUGGED");

    @Since(OcpiVersion.V2_3_0)
    public static final ParkingRestriction TAXIS = new ParkingRestriction("TAXIS");

    @Since(OcpiVersion.V2_3_0)
    public static final ParkingRestriction TENANTS = new ParkingRestriction("TENANTS");

    /** The listed values, in the specification's order. */
    public static final List<ParkingRestriction> KNOWN =
            List.of(CUSTOMERS, DISABLED, EMPLOYEES, EV_ONLY, MOTORCYCLES, PLUGGED, TAXIS, TENANTS);

    public ParkingRestriction {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
