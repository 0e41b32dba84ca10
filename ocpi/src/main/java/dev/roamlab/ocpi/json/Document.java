package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Shape.Slot;

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

    /**
     * The document with another value of the same object, unknown fields kept at every depth. Elements of a list are the
     * same object when their {@code uid} or {@code id} is, else when they stand at the same place and nothing known in them
     * has changed.
     */
    public Document<T> with(T changed) {
        ObjectNode merged = Binder.encode(changed);
        keepUnknown(changed.getClass(), json, merged);
        return new Document<>(changed, merged);
    }

    /** The JSON text, as it is stored. */
    public String text() {
        return Json.write(json);
    }

    private static void keepUnknown(Class<?> type, JsonNode before, JsonNode after) {
        if (!(before instanceof ObjectNode old) || !(after instanceof ObjectNode now)) {
            return;
        }
        Shape shape = Shape.of(type);
        old.properties().stream()
                .filter(field -> shape.slot(field.getKey()).isEmpty())
                .forEach(field -> now.set(field.getKey(), field.getValue()));
        for (Slot slot : shape.slots()) {
            if (Shape.isObject(slot.element())) {
                keepUnknownWithin(slot.element(), old.path(slot.name()), now.path(slot.name()));
            }
        }
    }

    private static void keepUnknownWithin(Class<?> type, JsonNode before, JsonNode after) {
        if (!before.isArray() || !after.isArray()) {
            keepUnknown(type, before, after);
            return;
        }
        for (int i = 0; i < after.size(); i++) {
            keepUnknown(type, counterpart(type, before, after.get(i), i), after.get(i));
        }
    }

    private static JsonNode counterpart(Class<?> type, JsonNode before, JsonNode element, int index) {
        Shape shape = Shape.of(type);
        for (String key : new String[] {"uid", "id"}) {
            if (shape.slot(key).isPresent()) {
                for (JsonNode candidate : before) {
                    if (candidate
                            .path(key)
                            .asText()
                            .equalsIgnoreCase(element.path(key).asText())) {
                        return candidate;
                    }
                }
                return Json.object();
            }
        }
        JsonNode candidate = before.path(index);
        return knownEqual(type, candidate, element) ? candidate : Json.object();
    }

    private static boolean knownEqual(Class<?> type, JsonNode candidate, JsonNode element) {
        try {
            return Json.write(Binder.encode((Record) Binder.decode(type.asSubclass(Record.class), candidate)))
                    .equals(Json.write(element));
        } catch (InvalidObject none) {
            return false;
        }
    }
}
