package dev.roamlab.conformance.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What goes to the operator's side with a trigger, and what comes back. */
final class Facts {
    private static final JsonMapper JSON = new JsonMapper();

    private Facts() {}

    /** {@code {"run":…,"trigger":…,"params":{…}}}. */
    static String request(String run, String name, Map<String, ?> params) {
        ObjectNode request = JSON.createObjectNode().put("run", run).put("trigger", name);
        request.set("params", JSON.valueToTree(params));
        return request.toString();
    }

    /** The facts in an answer; none when it is not a JSON object, for hints are no duty. */
    static JsonNode in(String answer) {
        try {
            return Optional.ofNullable(JSON.readTree(answer))
                    .filter(JsonNode::isObject)
                    .orElseGet(Facts::none);
        } catch (JsonProcessingException chatter) {
            return none();
        }
    }

    /** No facts. */
    static JsonNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The beginning of a text, on one line, for a message; with a colon before it unless it is empty. */
    static String clipped(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "";
        }
        return ": " + (line.length() > 200 ? line.substring(0, 200) + "…" : line);
    }
}
