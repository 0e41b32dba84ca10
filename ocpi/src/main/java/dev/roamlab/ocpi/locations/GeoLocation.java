package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.Require;

/**
 * A point on earth (WGS 84) in decimal degrees with five to seven decimals, as text; {@code #NA} twice when not known.
 * Spec: mod_locations_geolocation_class.
 */
public record GeoLocation(String latitude, String longitude) {
    public GeoLocation {
        Require.present("latitude", latitude);
        Require.present("longitude", longitude);
        Degrees.require(latitude, longitude);
    }
}
