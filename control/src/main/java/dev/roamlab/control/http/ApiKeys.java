package dev.roamlab.control.http;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that open the API. Only their hashes are kept. */
public final class ApiKeys {
    private static final int BYTES = 24;
    private static final String BEARER = "bearer ";
    private static final int SHORTEST = 8;

    private final List<byte[]> hashes;

    /**
     * The keys; none leaves the API open.
     *
     * @throws IllegalArgumentException when one is shorter than 8 characters or cannot stand in a header
     */
    public ApiKeys(Collection<String> keys) {
        keys.forEach(ApiKeys::check);
        this.hashes = keys.stream().distinct().map(ApiKeys::hash).toList();
    }

    /** A new key that nobody can guess. */
    public static String fresh() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    boolean required() {
        return !hashes.isEmpty();
    }

    /**
     * Whose request this is: a name for the key that does not give it away, empty where no key is needed.
     *
     * @throws Refused with 401 when the key is missing or wrong
     */
    Optional<String> admit(MultiMap headers) {
        if (!required()) {
            return Optional.empty();
        }
        String key = given(headers)
                .orElseThrow(() ->
                        unauthorized("a key is needed: send it as 'X-API-Key: KEY' or as 'Authorization: Bearer KEY'"));
        byte[] hash = hash(key);
        boolean known = false;
        for (byte[] one : hashes) {
            // Every key is looked at, whichever fits: how long it takes tells nothing.
            known |= MessageDigest.isEqual(one, hash);
        }
        if (!known) {
            throw unauthorized("this key is not one of ours");
        }
        return Optional.of("key " + HexFormat.of().formatHex(hash, 0, 8));
    }

    private static Optional<String> given(MultiMap headers) {
        String own = headers.get("X-API-Key");
        if (own != null) {
            return Optional.of(own.strip());
        }
        String authorization = headers.get("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static Refused unauthorized(String detail) {
        return Refused.with(401, detail, Map.of("WWW-Authenticate", "Bearer realm=\"roamlab\""));
    }

    private static void check(String key) {
        if (key.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "API key: " + key.length() + " characters, must be at least " + SHORTEST);
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("API key: must be of printable ASCII without spaces");
        }
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
