package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.Require;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The form and bounds of coordinates. */
final class Degrees {
    // The stated lengths have no room for a minus sign beside seven decimals: the pattern decides.
    private static final Pattern LATITUDE = Pattern.compile("-?[0-9]{1,2}\\.[0-9]{5,7}");
    private static final Pattern LONGITUDE = Pattern.compile("-?[0-9]{1,3}\\.[0-9]{5,7}");
    private static final String NOT_AVAILABLE = "#NA";

    private Degrees() {}

    static void require(String latitude, String longitude) {
        if (latitude.equals(NOT_AVAILABLE) && longitude.equals(NOT_AVAILABLE)) {
            return;
        }
        Require.pattern("latitude", latitude, LATITUDE, "decimal degrees such as 50.770774, with 5 to 7 decimals");
        Require.pattern("longitude", longitude, LONGITUDE, "decimal degrees such as -126.104965, with 5 to 7 decimals");
        Require.range("latitude", new BigDecimal(latitude), -90, 90);
        Require.range("longitude", new BigDecimal(longitude), -180, 180);
    }
}
