package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.WebLink;
import java.util.Optional;

/** Who a company is. Spec: mod_locations_businessdetails_class. */
public record BusinessDetails(String name, Optional<WebLink> website, Optional<Image> logo) {
    public BusinessDetails {
        Require.length("name", name, 100);
    }

    /** A company of which only the name is known. */
    public static BusinessDetails named(String name) {
        return new BusinessDetails(name, Optional.empty(), Optional.empty());
    }
}
