package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import java.util.List;

/** The kind of place in which a location lies; an open list. Spec: mod_locations_parkingtype_enum. */
public record ParkingType(String value) implements OpenEnum {
    public static final ParkingType ALONG_MOTORWAY = new ParkingType("ALONG_MOTORWAY");

    public static final ParkingType PARKING_GARAGE = new ParkingType("PARKING_GARAGE");

    public static final ParkingType PARKING_LOT = new ParkingType("PARKING_LOT");

    public static final ParkingType ON_DRIVEWAY = new ParkingType("ON_DRIVEWAY");

    public static final ParkingType ON_STREET = new ParkingType("ON_STREET");

    public static final ParkingType UNDERGROUND_GARAGE = new ParkingType("UNDERGROUND_GARAGE");

    /** The listed values, in the specification's order. */
    public static final List<ParkingType> KNOWN =
            List.of(ALONG_MOTORWAY, PARKING_GARAGE, PARKING_LOT, ON_DRIVEWAY, ON_STREET, UNDERGROUND_GARAGE);

    public ParkingType {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
