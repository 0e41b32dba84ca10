package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.wire.WireExchange;
import dev.roamlab.conformance.wire.WireHeaders.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The line that repeats a call from a shell; the secret stays out of it, in a variable. */
final class Curl {
    private static final int LONGEST_BODY = 4_000;
    private static final Set<String> OF_THE_CLIENT = Set.of("host", "content-length", "connection", "accept-encoding");

    private Curl() {}

    /** Empty for a call of the system under test, which only it can repeat. */
    static Optional<String> of(WireExchange exchange) {
        if (exchange.fromSut()) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder("curl -i -X " + exchange.method());
        for (Field field : exchange.requestHeaders().fields()) {
            String name = field.name().toLowerCase(java.util.Locale.ROOT);
            if (name.equals("authorization")) {
                line.append(" -H \"Authorization: ")
                        .append(authorization(field.value()))
                        .append('"');
            } else if (!OF_THE_CLIENT.contains(name)) {
                line.append(" -H ").append(quoted(field.name() + ": " + field.value()));
            }
        }
        String body = dev.roamlab.lab.Redaction.body(exchange.requestBody().text());
        if (!body.isEmpty()) {
            line.append(body.length() > LONGEST_BODY ? " -d @body.json" : " -d " + quoted(body));
        }
        return Optional.of(
                line.append(' ').append(quoted(exchange.uri().toString())).toString());
    }

    /** A scheme is no secret, and may be what is wrong. */
    private static String authorization(String value) {
        List<String> words = List.of(value.split(" ", 2));
        return words.size() == 2 ? words.get(0) + " $TOKEN_BASE64" : "$TOKEN_BASE64";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
