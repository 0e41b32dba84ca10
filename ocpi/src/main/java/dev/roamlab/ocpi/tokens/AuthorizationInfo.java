package dev.roamlab.ocpi.tokens;

import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.DisplayText;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import java.util.Optional;

/**
 * The eMSP's answer to a real-time authorisation. Spec: mod_tokens_authorizationinfo_object.
 *
 * @param location the one asked for, with the EVSEs at which the driver may charge
 * @param authorizationReference to be repeated in the Session and the CDR
 * @param info for the driver
 */
@OcpiRecord
public record AuthorizationInfo(
        AllowedType allowed,
        Token token,
        Optional<LocationReferences> location,
        Optional<CiString> authorizationReference,
        Optional<DisplayText> info) {
    public AuthorizationInfo {
        Require.present("allowed", allowed);
        Require.present("token", token);
        Require.length("authorization_reference", authorizationReference, 36);
    }
}
