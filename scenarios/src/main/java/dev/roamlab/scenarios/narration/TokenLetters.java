package dev.roamlab.scenarios.narration;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.lab.Exchange;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows which credentials token is A, B or C, from watching the wire: A opens the first door, B is what the one that begins
 * hands out, C is what it gets in return. Spec: credentials_registration.
 */
final class TokenLetters {
    private final Map<String, String> names = new HashMap<>();

    /** Learns from an exchange of credentials. */
    void learn(Exchange exchange, Wire wire) {
        String used = wire.token();
        if (used.isEmpty()) {
            return;
        }
        if (!wire.module().equals("credentials") || wire.request().path("token").isMissingNode()) {
            // Before any credentials have been exchanged, only an invitation can open a door.
            names.putIfAbsent(used, "token A");
            return;
        }
        boolean first = exchange.request().line().startsWith("POST");
        names.putIfAbsent(used, "token A");
        give(wire.request().path("token"), first ? "token B" : "new token B");
        give(wire.data().path("token"), first ? "token C" : "new token C");
    }

    /** What a token is called, such as {@code token A}. */
    String name(String hash) {
        return names.getOrDefault(hash, "a token");
    }

    private void give(JsonNode hash, String name) {
        if (hash.isTextual()) {
            names.put(hash.asText(), name);
        }
    }
}
