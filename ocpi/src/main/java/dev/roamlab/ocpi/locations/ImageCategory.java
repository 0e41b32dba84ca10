package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.OpenEnum;
import dev.roamlab.ocpi.types.OpenEnums;
import java.util.List;

/** What an image shows; an open list. Spec: mod_locations_imagecategory_enum. */
public record ImageCategory(String value) implements OpenEnum {
    public static final ImageCategory CHARGER = new ImageCategory("CHARGER");

    public static final ImageCategory ENTRANCE = new ImageCategory("ENTRANCE");

    public static final ImageCategory LOCATION = new ImageCategory("LOCATION");

    public static final ImageCategory NETWORK = new ImageCategory("NETWORK");

    public static final ImageCategory OPERATOR = new ImageCategory("OPERATOR");

    public static final ImageCategory OTHER = new ImageCategory("OTHER");

    public static final ImageCategory OWNER = new ImageCategory("OWNER");

    /** The listed values, in the specification's order. */
    public static final List<ImageCategory> KNOWN =
            List.of(CHARGER, ENTRANCE, LOCATION, NETWORK, OPERATOR, OTHER, OWNER);

    public ImageCategory {
        OpenEnums.requireValue(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
