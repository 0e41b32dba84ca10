package dev.roamlab.emsp.tokens;

import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenBuilder;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Our drivers' contracts and tokens. A new or changed token is pushed to every CPO that takes tokens. */
public final class Drivers {
    private final Platform platform;
    private final ObjectCollection<Contract> contracts;
    private final ObjectCollection<Token> tokens;

    private Drivers(Platform platform, ObjectCollection<Contract> contracts, ObjectCollection<Token> tokens) {
        this.platform = platform;
        this.contracts = contracts;
        this.tokens = tokens;
    }

    /** Opens what is stored. */
    public static Future<Drivers> open(Platform platform) {
        var contracts = platform.collection("contracts", Contract.class);
        var tokens = platform.collection("tokens", Token.class);
        return Future.all(contracts, tokens).map(opened -> new Drivers(platform, contracts.result(), tokens.result()));
    }

    /** The tokens, for the list that CPOs pull. */
    public ObjectCollection<Token> tokens() {
        return tokens;
    }

    /** Signs a contract, or replaces it. */
    public Future<Contract> sign(Contract contract) {
        return contracts
                .put(Keys.fold(contract.id().value()), "", contract.lastUpdated(), Document.of(contract))
                .map(signed -> contract);
    }

    /** A contract by its id. */
    public Future<Optional<Contract>> contract(String id) {
        return contracts.find(Keys.fold(id)).map(found -> found.map(Document::value));
    }

    /** Changes a contract: block it, end it, use up its credit. CPOs learn of it when they ask. */
    public Future<Optional<Contract>> amend(String id, UnaryOperator<Contract> change) {
        return contracts
                .change(Keys.fold(id), now(), document -> document.with(change.apply(document.value())))
                .map(changed -> changed.map(Document::value));
    }

    /** Issues a token, or replaces it, and tells the CPOs. */
    public Future<Token> issue(Token token) {
        return tokens.put(key(token), Keys.scope(owner(token)), token.lastUpdated(), Document.of(token))
                .map(stored -> {
                    push(token);
                    return token;
                });
    }

    /** Makes a token invalid, or valid again, and tells the CPOs. Tokens are never deleted. */
    public Future<Optional<Token>> setValid(String uid, TokenType type, boolean valid) {
        String key = key(platform.settings().party(), uid, type);
        return tokens.change(
                        key,
                        now(),
                        document -> document.with(TokenBuilder.builder(document.value())
                                .valid(valid)
                                .lastUpdated(now())
                                .build()))
                .map(changed -> {
                    changed.ifPresent(document -> push(document.value()));
                    return changed.map(Document::value);
                });
    }

    /** A token of ours. */
    public Future<Optional<Document<Token>>> find(String uid, TokenType type) {
        return find(platform.settings().parties(), uid, type);
    }

    /**
     * A token of ours, as a partner asks for it.
     *
     * @param type in the words of the dialect: OTHER may stand for a type that its version does not have
     */
    public Future<Optional<Document<Token>>> find(String uid, TokenType type, Dialect dialect) {
        Future<Optional<Document<Token>>> found = find(uid, type);
        for (TokenType meant : TokenType.KNOWN) {
            if (!meant.equals(type) && dialect.spelling(meant).equals(type.value())) {
                found = found.compose(known -> known.isPresent() ? Future.succeededFuture(known) : find(uid, meant));
            }
        }
        return found;
    }

    private Future<Optional<Document<Token>>> find(List<Party> owners, String uid, TokenType type) {
        if (owners.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return tokens.find(key(owners.get(0), uid, type))
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture(found)
                        : find(owners.subList(1, owners.size()), uid, type));
    }

    private void push(Token token) {
        for (Partner partner : platform.partners().all()) {
            var cpo = platform.calling(partner);
            if (cpo.offers(Tokens.PUT)) {
                platform.deliveries()
                        .add(
                                partner.id(),
                                "PUT token " + token.uid(),
                                () -> cpo.call(Tokens.PUT, path(token), query(token, partner), Document.of(token)));
            }
        }
    }

    private java.time.Instant now() {
        return platform.lab().clock().instant();
    }

    private static Map<String, String> path(Token token) {
        return Map.of(
                "country_code", token.countryCode().value(),
                "party_id", token.partyId().value(),
                "token_uid", token.uid().value());
    }

    /** RFID is what a missing type means. Spec: mod_tokens_request_parameters. */
    private static String query(Token token, Partner partner) {
        return token.type().equals(TokenType.RFID)
                ? ""
                : "type=" + Dialect.of(partner.version()).spelling(token.type());
    }

    private static Party owner(Token token) {
        return new Party(token.countryCode(), token.partyId());
    }

    private static String key(Token token) {
        return key(owner(token), token.uid().value(), token.type());
    }

    private static String key(Party owner, String uid, TokenType type) {
        return Keys.of(owner, type.value() + "/" + uid);
    }
}
