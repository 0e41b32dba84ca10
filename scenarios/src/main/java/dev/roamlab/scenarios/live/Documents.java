package dev.roamlab.scenarios.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.scenarios.stage.ScenarioBroken;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** OCPI objects from the text of a scenario. */
final class Documents {
    private Documents() {}

    static <T extends Record> Document<T> of(JsonNode object, Class<T> type) {
        try {
            return Document.read(type, object.deepCopy());
        } catch (InvalidObject invalid) {
            throw new ScenarioBroken("the " + type.getSimpleName() + " is not valid: " + invalid.getMessage());
        }
    }

    /** An id for something that has none of its own; the same for the same words. */
    static String id(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
