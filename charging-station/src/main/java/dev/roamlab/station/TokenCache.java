package dev.roamlab.station;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.IdTokenInfo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the CSMS has said of tokens: immutable, bounded, the longest known is forgotten first. */
record TokenCache(Map<IdToken, IdTokenInfo> known) {
    static final TokenCache EMPTY = new TokenCache(Map.of());
    private static final int MAX = 100;

    TokenCache learn(IdToken token, IdTokenInfo info) {
        Map<IdToken, IdTokenInfo> more = new LinkedHashMap<>(known);
        more.remove(token);
        more.put(token, info);
        if (more.size() > MAX) {
            more.remove(more.keySet().iterator().next());
        }
        return new TokenCache(java.util.Collections.unmodifiableMap(more));
    }

    /** The cache without some tokens. */
    TokenCache without(Predicate<IdToken> some) {
        Map<IdToken, IdTokenInfo> fewer = new LinkedHashMap<>(known);
        fewer.keySet().removeIf(some);
        return fewer.isEmpty() ? EMPTY : new TokenCache(java.util.Collections.unmodifiableMap(fewer));
    }

    /** What is known of a token and has not expired. */
    Optional<IdTokenInfo> lookUp(IdToken token, Instant now) {
        return Optional.ofNullable(known.get(token))
                .filter(info -> info.cacheExpiryDateTime().filter(now::isAfter).isEmpty());
    }
}
