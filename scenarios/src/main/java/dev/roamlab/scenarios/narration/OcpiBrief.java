package dev.roamlab.scenarios.narration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** An OCPI exchange in a few words: what was asked, and what came of it. */
final class OcpiBrief {
    private OcpiBrief() {}

    /** What the request says; empty when its line says it all. */
    static String asked(Wire wire, TokenLetters letters) {
        JsonNode body = wire.request();
        if (body.isMissingNode()) {
            return wire.path().contains("/authorize") ? "may this token charge?" : "";
        }
        return switch (wire.module()) {
            case "credentials" ->
                Facts.credentials(body, letters.name(body.path("token").asText()));
            case "commands" ->
                body.has("response_url")
                        ? Facts.command(body)
                        : "result " + body.path("result").asText();
            case "tokens" -> token(wire, body);
            default -> wire.method().equals("PATCH") ? Facts.changes(body) : object(wire.module(), body);
        };
    }

    private static String token(Wire wire, JsonNode body) {
        if (wire.path().contains("/authorize")) {
            String evse = body.path("evse_uids").isEmpty()
                    ? ""
                    : ", EVSE "
                            + Facts.all(body.path("evse_uids")).stream()
                                    .map(JsonNode::asText)
                                    .collect(Collectors.joining(" or "));
            return "may this token charge at location "
                    + body.path("location_id").asText() + evse + "?";
        }
        return wire.method().equals("PATCH") ? Facts.changes(body) : Facts.token(body);
    }

    private static String object(String module, JsonNode body) {
        return switch (module) {
            case "locations" ->
                body.has("uid")
                        ? Facts.evse(body)
                        : body.has("standard") ? "connector " + body.path("id").asText() : Facts.location(body);
            case "tariffs" -> Facts.tariff(body);
            case "sessions" -> Facts.session(body);
            case "cdrs" -> Facts.cdr(body);
            case "tokens" -> Facts.token(body);
            default -> "result " + body.path("result").asText("");
        };
    }

    /** What the answer says. */
    static String answered(Wire wire, TokenLetters letters) {
        if (!wire.succeeded()) {
            return wire.exchange()
                    .failure()
                    .filter(reason -> wire.exchange().response().isEmpty())
                    .orElse(wire.envelope().path("status_message").asText(""));
        }
        JsonNode data = wire.data();
        if (data.isMissingNode() || data.isNull()) {
            return wire.answerHeader("Location").map(url -> "kept at " + url).orElse("");
        }
        if (wire.path().contains("/authorize")) {
            return data.path("allowed").asText();
        }
        return switch (wire.module()) {
            case "versions" -> Facts.versions(data);
            case "version" -> Facts.endpoints(data);
            case "credentials" ->
                data.has("token")
                        ? Facts.credentials(
                                data, letters.name(data.path("token").asText()))
                        : "";
            case "commands" ->
                data.has("result")
                        ? data.path("result").asText() + ", the outcome follows within "
                                + data.path("timeout").asText() + " s"
                        : "";
            default ->
                data.isArray()
                        ? Facts.page(
                                data,
                                wire.module(),
                                wire.answerHeader("X-Total-Count").orElse(""),
                                wire.answerHeader("Link").isPresent())
                        : data.isObject() ? object(wire.module(), data) : "";
        };
    }
}
