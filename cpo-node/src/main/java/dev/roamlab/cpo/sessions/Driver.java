package dev.roamlab.cpo.sessions;

import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.cdrs.CdrToken;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import java.util.Optional;

/**
 * Who charges, and on whose word.
 *
 * @param idTag what the station knows the token by
 * @param groupId tokens of the group may end the session, too
 * @param authorizationReference the last one that the eMSP gave
 */
@OcpiRecord
public record Driver(
        String idTag,
        CdrToken token,
        Optional<CiString> groupId,
        AuthMethod method,
        Optional<CiString> authorizationReference) {}
