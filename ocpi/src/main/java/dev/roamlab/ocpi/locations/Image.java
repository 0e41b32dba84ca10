package dev.roamlab.ocpi.locations;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.WebLink;
import java.util.Optional;

/**
 * Where to find a picture. Spec: mod_locations_image_class.
 *
 * @param type such as gif, jpeg, png or svg
 * @param width pixels
 */
@OcpiRecord
public record Image(
        WebLink url,
        Optional<WebLink> thumbnail,
        ImageCategory category,
        CiString type,
        Optional<Integer> width,
        Optional<Integer> height) {
    private static final int FIVE_DIGITS = 99_999;

    public Image {
        Require.present("url", url);
        Require.present("category", category);
        Require.length("type", type, 4);
        Require.range("width", width, 0, FIVE_DIGITS);
        Require.range("height", height, 0, FIVE_DIGITS);
    }
}
