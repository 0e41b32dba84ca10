package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object together with its JSON in the model's form. The JSON may know fields that the record does not: they belong to
 * the sender and must come out as they went in.
 *
 * @param json never changed after construction
 */
public record Document<T extends Record>(T value, ObjectNode json) {

    /** A document of our own making. */
    public static <T extends Record> Document<T> of(T value) {
        return new Document<>(value, Binder.encode(value));
    }

    /**
     * Reads a document.
     *
     * @param json in the model's form
     */
    public static <T extends Record> Document<T> read(Class<T> type, JsonNode json) throws InvalidObject {
        return new Document<>(Binder.decode(type, json), (ObjectNode) json);
    }

    /** Reads what we have stored ourselves, which was valid when it was stored. */
    public static <T extends Record> Document<T> stored(Class<T> type, String json) {
        ObjectNode tree = Json.parseOwn(json);
        try {
            return read(type, tree);
        } catch (InvalidObject damaged) {
            throw new IllegalStateException("stored " + type.getSimpleName() + " is damaged: " + damaged.getMessage());
        }
    }

    /**
     * The document with some fields changed: a field in the patch replaces the stored one, lists and objects as a whole,
     * and null takes it away. Spec: transport_and_format_patch.
     */
    @SuppressWarnings("unchecked")
    public Document<T> merge(ObjectNode patch) throws InvalidObject {
        ObjectNode merged = json.deepCopy();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), field.getValue());
            }
        });
        return read((Class<T>) value.getClass(), merged);
    }

    /** The document with another value of the same object, unknown fields kept. */
    public Document<T> with(T changed) {
        ObjectNode merged = Binder.encode(changed);
        java.util.Set<String> known = Shape.of(changed.getClass()).names();
        json.properties().forEach(field -> {
            if (!known.contains(field.getKey())) {
                merged.set(field.getKey(), field.getValue());
            }
        });
        return new Document<>(changed, merged);
    }

    /** The JSON text, as it is stored. */
    public String text() {
        return Json.write(json);
    }
}
