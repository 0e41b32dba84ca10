package dev.roamlab.cpo.tokens;

import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.http.PartnerException;
import dev.roamlab.ocpi.http.Reply;
import dev.roamlab.ocpi.http.StatusCode;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.tokens.AuthorizationInfo;
import dev.roamlab.ocpi.tokens.LocationReferences;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.Tokens;
import io.vertx.core.Future;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks eMSPs whether a token may charge right now. Spec: mod_tokens_post_method. */
public final class RealTimeAuthorization {
    private static final Logger LOG = LoggerFactory.getLogger(RealTimeAuthorization.class);

    private final Platform platform;

    /** @param platform knows the eMSPs */
    public RealTimeAuthorization(Platform platform) {
        this.platform = platform;
    }

    /** What the token's own eMSP says; empty when it gives no answer. */
    Future<Optional<Verdict>> ask(Token token, Optional<LocationReferences> where) {
        return platform.partners()
                .speakingFor(TokenCache.owner(token))
                .map(partner -> ask(partner, token.uid().value(), token.type(), where)
                        .map(answer -> answer.verdict().map(verdict -> verdict.known() ? verdict : withdrawn(token))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    private static Verdict withdrawn(Token token) {
        return Verdict.of(
                dev.roamlab.ocpi.tokens.AllowedType.BLOCKED,
                token,
                AuthMethod.AUTH_REQUEST,
                "the eMSP does not know its own token any more");
    }

    /** Asks one eMSP after the other, longest known first, until one knows the token. */
    Future<Verdict> askAll(String uid, TokenType type, Optional<LocationReferences> where) {
        List<Partner> askable = platform.partners().all().stream()
                .filter(partner -> platform.calling(partner).offers(Tokens.AUTHORIZE))
                .toList();
        return askNext(askable.iterator(), uid, type, where);
    }

    private Future<Verdict> askNext(
            Iterator<Partner> rest, String uid, TokenType type, Optional<LocationReferences> where) {
        if (!rest.hasNext()) {
            return Future.succeededFuture(Verdict.unknown("no eMSP knows the token"));
        }
        return ask(rest.next(), uid, type, where)
                .compose(answer -> answer.verdict()
                        .filter(Verdict::known)
                        .map(Future::succeededFuture)
                        .orElseGet(() -> askNext(rest, uid, type, where)));
    }

    private Future<Said> ask(Partner partner, String uid, TokenType type, Optional<LocationReferences> where) {
        PartnerClient client = platform.calling(partner);
        Map<String, String> path = Map.of("token_uid", uid);
        String query = "type=" + Dialect.of(partner.version()).spelling(type);
        Future<Reply> reply = where.isPresent()
                ? client.call(Tokens.AUTHORIZE, path, query, Document.of(where.get()))
                : client.call(Tokens.AUTHORIZE, path, query);
        return reply.compose(given -> client.object(Tokens.AUTHORIZE, given))
                .map(info -> new Said(Optional.of(verdict(info.value()))))
                .recover(failure -> settle(partner, failure));
    }

    /** "I do not know it" is an answer, "I am not there" is none. */
    private static Future<Said> settle(Partner partner, Throwable failure) {
        if (!(failure instanceof PartnerException refusal)) {
            return Future.failedFuture(failure);
        }
        boolean unknown = refusal.statusCode().orElse(0) == StatusCode.UNKNOWN_TOKEN.code()
                || refusal.httpStatus().orElse(0) == 404;
        if (!unknown) {
            LOG.warn("no authorisation by {}: {}", partner.party(), refusal.getMessage());
        }
        return Future.succeededFuture(new Said(
                unknown ? Optional.of(Verdict.unknown(partner.party() + " does not know it")) : Optional.empty()));
    }

    private static Verdict verdict(AuthorizationInfo info) {
        return new Verdict(
                info.allowed(),
                true,
                Optional.of(info.token()),
                AuthMethod.AUTH_REQUEST,
                info.authorizationReference(),
                info.location().map(LocationReferences::evseUids).orElse(List.of()),
                "the eMSP was asked: " + info.allowed());
    }

    /** What an eMSP said; empty when it said nothing. */
    private record Said(Optional<Verdict> verdict) {}
}
