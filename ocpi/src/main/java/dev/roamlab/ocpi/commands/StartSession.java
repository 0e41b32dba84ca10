package dev.roamlab.ocpi.commands;

import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Url;
import java.util.Optional;

/**
 * Starts a session with a Token that the eMSP has authorised already. Spec: mod_commands_startsession_object.
 *
 * @param evseUid empty leaves the choice to the station
 */
@OcpiRecord
public record StartSession(
        Url responseUrl,
        Token token,
        CiString locationId,
        Optional<CiString> evseUid,
        Optional<CiString> connectorId,
        Optional<CiString> authorizationReference) {
    public StartSession {
        Require.present("response_url", responseUrl);
        Require.present("token", token);
        Require.length("location_id", locationId, 36);
        Require.length("evse_uid", evseUid, 36);
        Require.length("connector_id", connectorId, 36);
        Require.that(connectorId.isEmpty() || evseUid.isPresent(), "evse_uid", "required with connector_id", "");
        Require.length("authorization_reference", authorizationReference, 36);
    }
}
