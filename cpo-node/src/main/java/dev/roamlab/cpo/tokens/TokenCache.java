package dev.roamlab.cpo.tokens;

import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.objects.Pull;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.tokens.TokenType;
import dev.roamlab.ocpi.tokens.Tokens;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The tokens that eMSPs gave us, those that are not valid any more included. Used on the node's event loop only. Spec:
 * mod_tokens_flow_and_lifecycle.
 */
public final class TokenCache {
    private static final int MOST = 10_000_000;

    private final ObjectCollection<Token> stored;
    private final Map<String, List<Token>> byUid = new HashMap<>();

    private TokenCache(ObjectCollection<Token> stored) {
        this.stored = stored;
    }

    /** Loads what was there before. */
    public static Future<TokenCache> open(ObjectCollection<Token> stored) {
        TokenCache cache = new TokenCache(stored);
        return stored.first(MOST, "")
                .onSuccess(all -> all.forEach(token -> cache.remember(token.value())))
                .map(cache);
    }

    /**
     * Stores a token as its eMSP sent it.
     *
     * @return whether it is new
     */
    public Future<Boolean> put(Document<Token> token) {
        Token value = token.value();
        remember(value);
        return stored.put(key(value), Keys.scope(owner(value)), value.lastUpdated(), token);
    }

    /** Fetches the tokens of an eMSP: for a start, and for when pushes may have been missed. */
    public Pull<Token> pull(Platform platform) {
        return new Pull<>(
                platform,
                Tokens.LIST,
                token -> new Pull.Identity(owner(token), token.uid().value(), token.lastUpdated()),
                page -> Future.all(page.stream().map(this::put).toList()));
    }

    /** Changes a stored token, for a PATCH; fails with 404 when there is none. */
    public Future<Document<Token>> patch(
            Party owner,
            String uid,
            TokenType type,
            com.fasterxml.jackson.databind.node.ObjectNode changes,
            UnaryOperator<Document<Token>> merge) {
        return stored.patch(key(owner, uid, type), changes, merge).onSuccess(changed -> remember(changed.value()));
    }

    /** One eMSP's token, as it was sent. */
    public Future<Optional<Document<Token>>> find(Party owner, String uid, TokenType type) {
        return stored.find(key(owner, uid, type));
    }

    /** The tokens that somebody with this uid may have presented: cards before everything else. */
    public List<Token> presented(String uid) {
        return byUid.getOrDefault(fold(uid), List.of()).stream()
                .sorted(Comparator.comparing(token -> !token.type().equals(TokenType.RFID)))
                .toList();
    }

    /** How many tokens are known. */
    public Future<Long> count() {
        return stored.count();
    }

    private void remember(Token token) {
        List<Token> same = byUid.computeIfAbsent(fold(token.uid().value()), uid -> new ArrayList<>(1));
        same.removeIf(known -> key(known).equals(key(token)));
        same.add(token);
    }

    /** The party that issued a token. */
    static Party owner(Token token) {
        return new Party(token.countryCode(), token.partyId());
    }

    private static String key(Token token) {
        return key(owner(token), token.uid().value(), token.type());
    }

    private static String key(Party owner, String uid, TokenType type) {
        return Keys.of(owner, uid + "/" + type.value());
    }

    private static String fold(String uid) {
        return uid.toLowerCase(Locale.ROOT);
    }
}
