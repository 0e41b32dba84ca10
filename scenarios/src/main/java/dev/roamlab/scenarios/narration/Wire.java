package dev.roamlab.scenarios.narration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An OCPI exchange, taken apart for telling.
 *
 * @param module what was called, from its address: {@code versions}, {@code version} or a module's name
 * @param path from the module on, decoded, with its query
 * @param request the body that was sent; missing when there was none
 * @param data of the answer; missing when there was none
 */
record Wire(String method, String module, String path, JsonNode request, JsonNode data, Exchange exchange) {
    private static final List<String> MODULES =
            List.of("versions", "credentials", "locations", "tariffs", "tokens", "sessions", "cdrs", "commands");

    static Wire of(Exchange exchange) {
        String[] line = exchange.request().line().split(" ", 2);
        String url = line.length > 1 ? line[1] : "";
        String path = url.replaceFirst("^https?://[^/]*", "");
        String module = MODULES.stream()
                .filter(name -> path.matches(".*/" + name + "([/?].*)?"))
                .findFirst()
                .orElse(path.matches(".*/\\d+\\.\\d+(\\.\\d+)?/?") ? "version" : "");
        int from = module.isEmpty() || module.equals("version")
                ? path.lastIndexOf('/') + 1
                : path.indexOf("/" + module) + 1;
        return new Wire(
                line[0],
                module,
                decoded(path.substring(from)),
                json(exchange.request().body()),
                exchange.response()
                        .map(answer -> json(answer.body()).path("data"))
                        .orElse(MissingNode.getInstance()),
                exchange);
    }

    /** The hash of the credentials token that the caller showed; empty when it showed none. */
    String token() {
        return header(exchange.request(), "Authorization")
                .map(value -> value.substring(value.lastIndexOf(' ') + 1))
                .orElse("");
    }

    /** The HTTP status, with the OCPI status beside it; what went wrong when there is none. */
    String status() {
        if (exchange.response().isEmpty()) {
            return "no answer";
        }
        String code = envelope().path("status_code").asText("");
        return exchange.response().get().line() + (code.isEmpty() ? "" : " · " + code);
    }

    /** Whether both statuses mean success. */
    boolean succeeded() {
        return exchange.response().isPresent()
                && exchange.response().get().line().startsWith("2")
                && envelope().path("status_code").asInt() / 1000 == 1;
    }

    JsonNode envelope() {
        return exchange.response().map(answer -> json(answer.body())).orElse(MissingNode.getInstance());
    }

    Optional<String> answerHeader(String name) {
        return exchange.response().flatMap(answer -> header(answer, name));
    }

    static Optional<String> header(Message message, String name) {
        return message.headers().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : Json.parse(text);
        } catch (MalformedJson odd) {
            return MissingNode.getInstance();
        }
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            return path;
        }
    }
}
