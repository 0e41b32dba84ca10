package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Shape.Cardinality;
import dev.roamlab.ocpi.json.Shape.Slot;
import dev.roamlab.ocpi.types.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON into records and back, in the model's form. Decoding is lenient where the specification leaves room (null for
 * absent, unknown fields, null inside a list) and otherwise reports every problem of the object, not just the first.
 */
public final class Binder {
    private Binder() {}

    /**
     * Reads an object.
     *
     * @throws InvalidObject naming each problem by JSON pointer, rule and value
     */
    public static <T extends Record> T decode(Class<T> type, JsonNode json) throws InvalidObject {
        List<Problem> problems = new ArrayList<>();
        Object value = object(type, json, "", problems);
        if (value == null) {
            throw new InvalidObject(problems);
        }
        return type.cast(value);
    }

    /** Writes an object; what is empty is left out. */
    public static ObjectNode encode(Record value) {
        ObjectNode json = Json.object();
        for (Slot slot : Shape.of(value.getClass()).slots()) {
            Object content = slot.read(value);
            if (content instanceof Optional<?> optional) {
                optional.ifPresent(present -> json.set(slot.name(), encodeValue(present)));
            } else if (content instanceof List<?> list) {
                encodeList(json, slot, list);
            } else {
                json.set(slot.name(), encodeValue(content));
            }
        }
        return json;
    }

    private static void encodeList(ObjectNode json, Slot slot, List<?> list) {
        if (list.isEmpty()) {
            return;
        }
        ArrayNode array = json.putArray(slot.name());
        list.forEach(element -> array.add(encodeValue(element)));
    }

    private static JsonNode encodeValue(Object value) {
        return Shape.isObject(value.getClass()) ? encode((Record) value) : Scalars.encode(value);
    }

    private static @Nullable Object object(Class<?> type, JsonNode json, String pointer, List<Problem> problems) {
        if (!json.isObject()) {
            problems.add(new Problem(pointer, "must be a JSON object", found(json)));
            return null;
        }
        Shape shape = Shape.of(type);
        List<Slot> slots = shape.slots();
        Object[] arguments = new Object[slots.size()];
        int before = problems.size();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = field(slots.get(i), (ObjectNode) json, shape, pointer, problems);
        }
        return problems.size() > before ? null : construct(shape, arguments, pointer, problems);
    }

    private static @Nullable Object construct(Shape shape, Object[] arguments, String pointer, List<Problem> problems) {
        try {
            return shape.construct(arguments);
        } catch (InvalidField invalid) {
            String where = invalid.field().isEmpty() ? pointer : pointer + "/" + invalid.field();
            problems.add(new Problem(where, invalid.rule(), Problem.clip(invalid.value())));
            return null;
        } catch (Throwable broken) {
            throw new IllegalStateException("the constructor of " + shape + " failed", broken);
        }
    }

    private static @Nullable Object field(
            Slot slot, ObjectNode owner, Shape shape, String pointer, List<Problem> problems) {
        JsonNode json = owner.get(slot.name());
        boolean absent = json == null || json.isNull();
        String here = pointer + "/" + slot.name();
        if (slot.cardinality() == Cardinality.MANY) {
            return absent ? List.of() : list(slot, json, here, problems);
        }
        if (slot.cardinality() == Cardinality.OPTIONAL) {
            return absent ? Optional.empty() : Optional.ofNullable(value(slot.element(), json, here, problems));
        }
        if (absent) {
            problems.add(new Problem(here, "required, but missing" + misspelt(slot, owner, shape), ""));
            return null;
        }
        return value(slot.element(), json, here, problems);
    }

    private static @Nullable Object list(Slot slot, JsonNode json, String pointer, List<Problem> problems) {
        if (!json.isArray()) {
            problems.add(new Problem(pointer, "must be a JSON array", found(json)));
            return null;
        }
        List<Object> elements = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            JsonNode element = json.get(i);
            // A null in a list is no value of anything, yet partners send it: leave it out rather than lose the object.
            if (!element.isNull()) {
                Object value = value(slot.element(), element, pointer + "/" + i, problems);
                if (value != null) {
                    elements.add(value);
                }
            }
        }
        return elements;
    }

    private static @Nullable Object value(Class<?> type, JsonNode json, String pointer, List<Problem> problems) {
        if (Shape.isObject(type)) {
            return object(type, json, pointer, problems);
        }
        try {
            return Scalars.decode(type, json);
        } catch (InvalidField invalid) {
            problems.add(new Problem(pointer, invalid.rule(), found(json)));
            return null;
        }
    }

    /** Finds a field that differs from the missing one only in case or underscores: the commonest slip of all. */
    private static String misspelt(Slot slot, ObjectNode owner, Shape shape) {
        String wanted = squeezed(slot.name());
        return owner.properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(name -> shape.slot(name).isEmpty() && squeezed(name).equals(wanted))
                .findFirst()
                .map(name -> " (there is `" + name + "`; `" + slot.name() + "` is meant?)")
                .orElse("");
    }

    private static String squeezed(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String found(JsonNode json) {
        return Problem.clip(
                json.isContainerNode() ? json.getNodeType().name().toLowerCase(Locale.ROOT) : json.toString());
    }
}
