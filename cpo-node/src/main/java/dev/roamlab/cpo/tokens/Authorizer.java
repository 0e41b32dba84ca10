package dev.roamlab.cpo.tokens;

import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.tokens.AllowedType;
import dev.roamlab.ocpi.tokens.LocationReferences;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.WhitelistType;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides whether somebody may charge: from a command, from the cache as far as the token's whitelist allows, else by asking
 * the eMSP. Used on the node's event loop only. Spec: mod_tokens_whitelisttype_enum, mod_tokens_real-time_authorization.
 */
public final class Authorizer {
    private final TokenCache cache;
    private final CommandGrants grants;
    private final RealTimeAuthorization realTime;
    private final LabClock clock;

    /** Wires the parts. */
    public Authorizer(TokenCache cache, CommandGrants grants, RealTimeAuthorization realTime, LabClock clock) {
        this.cache = cache;
        this.grants = grants;
        this.realTime = realTime;
        this.clock = clock;
    }

    /**
     * Decides about a token that was presented at a station.
     *
     * @param where the location and those of its EVSEs that may be meant; empty for a station without location
     */
    public Future<Verdict> authorize(
            String stationId, String idTag, TokenType type, Optional<LocationReferences> where) {
        Optional<CommandGrant> grant = grants.find(stationId, idTag);
        if (grant.isPresent() && grant.get().holds(clock.instant())) {
            return Future.succeededFuture(byGrant(grant.get()));
        }
        String uid = grant.map(known -> known.token().uid().value()).orElse(idTag);
        List<Token> candidates = cache.presented(uid);
        return candidates.isEmpty() ? realTime.askAll(uid, type, where) : decide(candidates.get(0), where);
    }

    /** Whoever presents a whitelisted card for a reservation is let in by the card, the last method. Spec: mod_cdrs_cdr_object. */
    private Verdict byGrant(CommandGrant grant) {
        Token token = grant.token();
        return cache.presented(token.uid().value()).stream()
                .filter(known -> grant.reservationId().isPresent())
                .filter(known -> known.countryCode().equals(token.countryCode())
                        && known.partyId().equals(token.partyId())
                        && known.type().equals(token.type()))
                .filter(Authorizer::isWhitelisted)
                .findFirst()
                .map(known -> VerdictBuilder.builder(
                                fromCache(known, "a whitelisted card for which a reservation was made"))
                        .authorizationReference(grant.authorizationReference())
                        .build())
                .orElseGet(() -> byCommand(grant));
    }

    private static boolean isWhitelisted(Token token) {
        return token.valid()
                && (token.whitelist() == WhitelistType.ALWAYS || token.whitelist() == WhitelistType.ALLOWED);
    }

    private static Verdict byCommand(CommandGrant grant) {
        return VerdictBuilder.builder(
                        Verdict.of(AllowedType.ALLOWED, grant.token(), AuthMethod.COMMAND, "the eMSP's own command"))
                .authorizationReference(grant.authorizationReference())
                .build();
    }

    private Future<Verdict> decide(Token token, Optional<LocationReferences> where) {
        return switch (token.whitelist()) {
            case ALWAYS -> Future.succeededFuture(fromCache(token, "whitelist ALWAYS: the eMSP is never asked"));
            case ALLOWED ->
                token.valid()
                        ? Future.succeededFuture(fromCache(token, "whitelist ALLOWED: the cache suffices"))
                        : ask(token, where, () -> fromCache(token, "whitelist ALLOWED, but invalid and nobody to ask"));
            case ALLOWED_OFFLINE ->
                ask(token, where, () -> fromCache(token, "whitelist ALLOWED_OFFLINE and the eMSP does not answer"));
            case NEVER ->
                ask(
                        token,
                        where,
                        () -> Verdict.of(
                                AllowedType.NOT_ALLOWED,
                                token,
                                AuthMethod.AUTH_REQUEST,
                                "whitelist NEVER and the eMSP does not answer"));
        };
    }

    /** An invalid token may have become valid meanwhile, so whoever may be asked is asked (TOK-083). */
    private Future<Verdict> ask(Token token, Optional<LocationReferences> where, Supplier<Verdict> offline) {
        return realTime.ask(token, where).map(verdict -> verdict.orElseGet(offline));
    }

    private static Verdict fromCache(Token token, String why) {
        AllowedType allowed = token.valid() ? AllowedType.ALLOWED : AllowedType.BLOCKED;
        return Verdict.of(allowed, token, AuthMethod.WHITELIST, why);
    }
}
