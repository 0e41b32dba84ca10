package dev.roamlab.cpo.tokens;

import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that came with a command: its eMSP has authorised it already. Spec: mod_commands_startsession_object,
 * mod_commands_reservenow_object.
 *
 * @param stationId where it was sent
 * @param idTag what the station knows it by
 * @param reservationId the reservation that it was for; empty when it was for a start
 * @param lastUpdated when the command came
 */
@OcpiRecord
public record CommandGrant(
        String stationId,
        String idTag,
        String partnerId,
        Token token,
        Optional<CiString> authorizationReference,
        Optional<CiString> reservationId,
        Instant lastUpdated) {
    private static final Duration TRUST_IN_CARDS = Duration.ofMinutes(15);

    /** Whether the eMSP must not be asked about the token: apps never, cards not for a quarter of an hour. */
    boolean holds(Instant now) {
        return !token.type().equals(TokenType.RFID) || !now.isAfter(lastUpdated.plus(TRUST_IN_CARDS));
    }
}
