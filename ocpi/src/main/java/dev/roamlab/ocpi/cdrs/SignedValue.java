package dev.roamlab.ocpi.cdrs;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Require;

/**
 * One signed meter value. Spec: mod_cdrs_signed_value_class.
 *
 * @param nature the event it belongs to: Start, End, Intermediate or a later invention
 */
public record SignedValue(CiString nature, String plainData, String signedData) {
    public SignedValue {
        Require.length("nature", nature, 32);
        // The meter's text is signed byte by byte: a line break in it is not ours to refuse.
        Require.size("plain_data", plainData, 5000);
        Require.size("signed_data", signedData, 5000);
    }
}
