package dev.roamlab.scenarios.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real-time questions whether somebody may charge, and their answers. Nobody stores them, so they are taken from the wire. */
final class Questions {
    private static final Pattern ADDRESS = Pattern.compile("/tokens/([^/?]+)/authorize");

    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    Questions(ExchangeLog log) {
        log.subscribe(this::hear);
    }

    /** All questions, oldest first. */
    List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    private void hear(Exchange exchange) {
        Matcher address = ADDRESS.matcher(exchange.request().line());
        if (!address.find()) {
            return;
        }
        ObjectNode question = Json.object();
        question.put("uid", address.group(1));
        JsonNode place = json(exchange.request().body()).path("location_id");
        if (place.isTextual()) {
            question.set("location_id", place);
        }
        exchange.response().ifPresent(answer -> {
            JsonNode envelope = json(answer.body());
            question.put("http_status", answer.line());
            question.set("status_code", envelope.path("status_code"));
            if (envelope.path("data").has("allowed")) {
                question.set("allowed", envelope.path("data").path("allowed"));
            }
        });
        asked.add(question);
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : Json.parse(text);
        } catch (MalformedJson odd) {
            return MissingNode.getInstance();
        }
    }
}
