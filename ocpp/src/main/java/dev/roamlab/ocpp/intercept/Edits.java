package dev.roamlab.ocpp.intercept;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpp.intercept.Treatment.Change;
import java.util.List;

/** Changes to the payload of a frame. What a change does not find is left as it is. */
final class Edits {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Edits() {}

    static String apply(String text, List<Change> changes) {
        try {
            if (!(JSON.readTree(text) instanceof ArrayNode frame) || frame.size() < 3) {
                return text;
            }
            // A CALL ends with its payload, a CALLRESULT too, a CALLERROR with its details.
            JsonNode payload = frame.get(frame.size() - 1);
            changes.forEach(change -> apply(payload, change));
            return frame.toString();
        } catch (JsonProcessingException noFrame) {
            return text;
        }
    }

    private static void apply(JsonNode payload, Change change) {
        JsonPointer pointer = JsonPointer.compile(change.at());
        JsonNode parent = payload.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            change.to().ifPresentOrElse(value -> object.set(name, value.deepCopy()), () -> object.remove(name));
        } else if (parent instanceof ArrayNode array) {
            int index = pointer.last().getMatchingIndex();
            if (index >= 0 && index < array.size()) {
                change.to().ifPresentOrElse(value -> array.set(index, value.deepCopy()), () -> array.remove(index));
            }
        }
    }
}
