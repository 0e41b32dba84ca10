package dev.roamlab.cpo.sessions;

import dev.roamlab.cpo.stations.MappingRow;
import dev.roamlab.cpo.stations.Station;
import dev.roamlab.cpo.tokens.Authorizer;
import dev.roamlab.cpo.tokens.Verdict;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.tokens.LocationReferences;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import dev.roamlab.ocpp.messages.IdTokenType;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Answers stations that ask about a driver, and remembers the answer for the transaction that follows: presenting a card and
 * starting is one use of it. Used on the node's event loop only.
 */
public final class Drivers {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int GROUP_LENGTH = 20; // what OCPP 1.6 can carry

    private final Charges charges;
    private final Authorizer authorizer;
    private final LabClock clock;
    private final Map<String, Remembered> remembered = new HashMap<>();

    /** Wires the parts. */
    public Drivers(Charges charges, Authorizer authorizer, LabClock clock) {
        this.charges = charges;
        this.authorizer = authorizer;
        this.clock = clock;
    }

    private record Remembered(Verdict verdict, Instant at) {}

    /** Answers Authorize. Whoever charges at the station already need not be asked about again: it is about stopping. */
    public Future<IdTokenInfo> authorize(Station station, IdToken idToken) {
        Optional<Charge> running = charges.find(station.id(), charge -> isRunningWith(charge, idToken));
        if (running.isPresent()) {
            return Future.succeededFuture(new IdTokenInfo(
                    AuthorizationStatus.ACCEPTED,
                    Optional.empty(),
                    group(running.get().driver().groupId())));
        }
        return ask(station, idToken, station.mapping()).map(verdict -> {
            remember(station, idToken, verdict);
            return info(verdict, verdict.isAllowed());
        });
    }

    /** The verdict on a driver who starts, from an Authorize just before if there was one. */
    Future<Verdict> starting(Station station, IdToken idToken, MappingRow row) {
        Remembered before = remembered.remove(key(station, idToken));
        return before != null && !clock.instant().isAfter(before.at().plus(REMEMBERED))
                ? Future.succeededFuture(before.verdict())
                : ask(station, idToken, List.of(row));
    }

    /** What a station is told of a verdict. */
    IdTokenInfo info(Verdict verdict, boolean allowed) {
        AuthorizationStatus status = allowed
                ? AuthorizationStatus.ACCEPTED
                : switch (verdict.allowed()) {
                    case ALLOWED, NOT_ALLOWED ->
                        verdict.known() ? AuthorizationStatus.NOT_AT_THIS_LOCATION : AuthorizationStatus.INVALID;
                    case BLOCKED -> AuthorizationStatus.BLOCKED;
                    case EXPIRED -> AuthorizationStatus.EXPIRED;
                    case NO_CREDIT -> AuthorizationStatus.NO_CREDIT;
                };
        return new IdTokenInfo(
                status,
                // Each use of such a token is to be asked about: a station must not remember it.
                verdict.token()
                        .filter(token -> token.whitelist() == WhitelistType.NEVER)
                        .map(token -> clock.instant()),
                group(verdict.token().flatMap(Token::groupId)));
    }

    private Future<Verdict> ask(Station station, IdToken idToken, List<MappingRow> rows) {
        Optional<LocationReferences> where = rows.stream()
                .findFirst()
                .map(row -> new LocationReferences(
                        row.locationId(),
                        rows.stream().map(MappingRow::evseUid).distinct().toList()));
        return authorizer.authorize(station.id(), idToken.idToken(), type(idToken), where);
    }

    private void remember(Station station, IdToken idToken, Verdict verdict) {
        Instant oldest = clock.instant().minus(REMEMBERED);
        remembered.values().removeIf(known -> known.at().isBefore(oldest));
        remembered.put(key(station, idToken), new Remembered(verdict, clock.instant()));
    }

    private static boolean isRunningWith(Charge charge, IdToken idToken) {
        return !charge.transactionIds().isEmpty() && charge.driver().idTag().equalsIgnoreCase(idToken.idToken());
    }

    private static Optional<IdToken> group(Optional<CiString> groupId) {
        return groupId.filter(id -> id.value().length() <= GROUP_LENGTH).map(id -> IdToken.of(id.value()));
    }

    private static TokenType type(IdToken idToken) {
        return idToken.type() == IdTokenType.E_MAID ? TokenType.EMAID : TokenType.RFID;
    }

    private static String key(Station station, IdToken idToken) {
        return station.id() + "/" + idToken.idToken().toLowerCase(Locale.ROOT);
    }
}
