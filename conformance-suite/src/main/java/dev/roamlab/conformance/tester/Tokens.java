package dev.roamlab.conformance.tester;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The credentials tokens with which the system under test is let into one platform. Thread-safe. */
final class Tokens {
    private static final String SCHEME = "Token ";

    private final Set<String> accepted = new LinkedHashSet<>();
    private final Set<String> invitations = new LinkedHashSet<>();
    private String current;
    private boolean raw;

    Tokens(String first) {
        current = first;
        accepted.add(first);
    }

    synchronized String current() {
        return current;
    }

    synchronized String renew() {
        current = UUID.randomUUID().toString();
        accepted.add(current);
        return current;
    }

    synchronized void acceptOnly(String token) {
        accepted.clear();
        accepted.add(token);
        current = token;
    }

    synchronized void alsoAccept(String token) {
        accepted.add(token);
    }

    synchronized void acceptNone() {
        accepted.clear();
    }

    synchronized String invite() {
        String invitation = UUID.randomUUID().toString();
        invitations.add(invitation);
        return invitation;
    }

    synchronized void useUp(String invitation) {
        invitations.remove(invitation);
    }

    synchronized void allowRaw(boolean allowed) {
        raw = allowed;
    }

    synchronized boolean isInvitation(String token) {
        return invitations.contains(token);
    }

    /** The token that a request shows, if it opens the door. */
    synchronized Optional<String> admitted(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).trim())
                .flatMap(this::known);
    }

    private Optional<String> known(String shown) {
        Optional<String> token = decoded(shown).filter(this::opens);
        return token.isPresent() || !raw ? token : Optional.of(shown).filter(this::opens);
    }

    private boolean opens(String token) {
        return accepted.contains(token) || invitations.contains(token);
    }

    private static Optional<String> decoded(String shown) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(shown), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
