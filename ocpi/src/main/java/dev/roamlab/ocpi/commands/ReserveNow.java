package dev.roamlab.ocpi.commands;

import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Require;
import dev.roamlab.ocpi.types.Url;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps an EVSE free for a Token from now on. Spec: mod_commands_reservenow_object.
 *
 * @param reservationId the same id at the same location replaces the reservation
 * @param evseUid empty leaves the choice to the CPO
 */
@OcpiRecord
public record ReserveNow(
        Url responseUrl,
        Token token,
        Instant expiryDate,
        CiString reservationId,
        CiString locationId,
        Optional<CiString> evseUid,
        Optional<CiString> authorizationReference) {
    public ReserveNow {
        Require.present("response_url", responseUrl);
        Require.present("token", token);
        Require.present("expiry_date", expiryDate);
        Require.length("reservation_id", reservationId, 36);
        Require.length("location_id", locationId, 36);
        Require.length("evse_uid", evseUid, 36);
        Require.length("authorization_reference", authorizationReference, 36);
    }
}
