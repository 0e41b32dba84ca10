package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import java.util.List;

/** What a location belongs to or has nearby; an open list. Spec: mod_locations_facility_enum. */
public record Facility(String value) implements OpenEnum {
    public static final Facility HOTEL = new Facility("HOTEL");

    public static final Facility RESTAURANT = new Facility("RESTAURANT");

    public static final Facility CAFE = new Facility("CAFE");

    public static final Facility MALL = new Facility("MALL");

    public static final Facility SUPERMARKET = new Facility("SUPERMARKET");

    public static final Facility SPORT = new Facility("SPORT");

    public static final Facility RECREATION_AREA = new Facility("RECREATION_AREA");

    public static final Facility NATURE = new Facility("NATURE");

    public static final Facility MUSEUM = new Facility("MUSEUM");

    public static final Facility BIKE_SHARING = new Facility("BIKE_SHARING");

    public static final Facility BUS_STOP = new Facility("BUS_STOP");

    public static final Facility TAXI_STAND = new Facility("TAXI_STAND");

    public static final Facility TRAM_STOP = new Facility("TRAM_STOP");

    public static final Facility METRO_STATION = new Facility("METRO_STATION");

    public static final Facility TRAIN_STATION = new Facility("TRAIN_STATION");

    public static final Facility AIRPORT = new Facility("AIRPORT");

    public static final Facility PARKING_LOT = new Facility("PARKING_LOT");

    public static final Facility CARPOOL_PARKING = new Facility("CARPOOL_PARKING");

    public static final Facility FUEL_STATION = new Facility("FUEL_STATION");

    public static final Facility WIFI = new Facility("WIFI");

    /** The listed values, in the specification's order. */
    public static final List<Facility> KNOWN = List.of(
            HOTEL,
            RESTAURANT,
            CAFE,
            MALL,
            SUPERMARKET,
            SPORT,
            RECREATION_AREA,
            NATURE,
            MUSEUM,
            BIKE_SHARING,
            BUS_STOP,
            TAXI_STAND,
            TRAM_STOP,
            METRO_STATION,
            TRAIN_STATION,
            AIRPORT,
            PARKING_LOT,
            CARPOOL_PARKING,
            FUEL_STATION,
            WIFI);

    public Facility {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
