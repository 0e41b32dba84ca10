package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.DisplayText;
import dev.roamlab.ocpi.types.Require;
import java.util.Optional;

/** Another point that matters at a location, such as an entrance. Spec: mod_locations_additionalgeolocation_class. */
public record AdditionalGeoLocation(String latitude, String longitude, Optional<DisplayText> name) {
    public AdditionalGeoLocation {
        Require.present("latitude", latitude);
        Require.present("longitude", longitude);
        Degrees.require(latitude, longitude);
    }
}
