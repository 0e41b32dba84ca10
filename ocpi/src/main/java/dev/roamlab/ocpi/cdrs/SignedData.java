package dev.roamlab.ocpi.cdrs;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import java.util.List;
import java.util.Optional;

/** What the meter signed, so that the driver can check the bill. Spec: mod_cdrs_signed_data_class. */
@OcpiRecord
public record SignedData(
        CiString encodingMethod,
        Optional<Integer> encodingMethodVersion,
        Optional<String> publicKey,
        List<SignedValue> signedValues,
        Optional<String> url) {
    public SignedData {
        Require.length("encoding_method", encodingMethod, 36);
        Require.length("public_key", publicKey, 512);
        Require.notEmpty("signed_values", signedValues);
        signedValues = List.copyOf(signedValues);
        Require.length("url", url, 512);
    }
}
