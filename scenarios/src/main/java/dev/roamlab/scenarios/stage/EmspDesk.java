package dev.roamlab.scenarios.stage;

import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** What the provider's staff, and its drivers' apps, can do. */
public interface EmspDesk {
    /** Gives a driver a new token. */
    Future<Telling> issueToken(String driver, String uid, TokenType type, WhitelistType whitelist);

    /** Blocks a token, as when a card is lost. */
    Future<Telling> blockToken(String uid);

    /** Lets a token expire. */
    Future<Telling> expireToken(String uid);

    /** Asks for a session to begin. Spec: mod_commands_startsession_object. */
    Future<Telling> startSession(String tokenUid, Spot spot);

    /** Asks for the token's running session to end. Spec: mod_commands_stopsession_object. */
    Future<Telling> stopSession(String tokenUid);

    /** Asks to keep an EVSE free. Spec: mod_commands_reservenow_object. */
    Future<Telling> reserve(String tokenUid, Spot spot, Duration time);

    /** Gives the token's reservation back. Spec: mod_commands_cancelreservation_object. */
    Future<Telling> cancelReservation(String tokenUid);

    /** Asks to release a cable that is stuck. Spec: mod_commands_unlockconnector_object. */
    Future<Telling> unlock(Spot spot);

    /** Works out what the token's last CDR should cost and holds it against what it says. */
    Future<Telling> explainBill(String tokenUid);

    /**
     * A place to charge, in OCPI's terms.
     *
     * @param evseUid empty to leave the choice to the CPO
     */
    record Spot(String locationId, Optional<String> evseUid, Optional<String> connectorId) {}
}
