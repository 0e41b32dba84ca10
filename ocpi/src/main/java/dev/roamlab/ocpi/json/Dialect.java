package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.json.Shape.Slot;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How one version spells the objects of the model. Works on JSON trees, so that fields which neither side knows pass
 * through untouched. Reading is tolerant: what a version does not have, but somebody sends, is kept.
 */
public class Dialect {
    private static final Map<OcpiVersion, Dialect> DIALECTS =
            Map.of(OcpiVersion.V2_2_1, new DialectV221(), OcpiVersion.V2_3_0, new Dialect(OcpiVersion.V2_3_0));

    private final OcpiVersion version;
    private final Map<Class<?>, Reshape> reshapes = new HashMap<>();
    private final Map<Class<?>, Map<String, String>> texts = new HashMap<>();
    private final Map<Class<?>, Boolean> touched = new HashMap<>();

    Dialect(OcpiVersion version) {
        this.version = version;
    }

    /** The dialect of a version. */
    public static Dialect of(OcpiVersion version) {
        return java.util.Objects.requireNonNull(DIALECTS.get(version));
    }

    /** Whether this version's wire form is the model's own. */
    public boolean isModel() {
        return version == OcpiVersion.V2_3_0;
    }

    /**
     * From the wire to the model's form.
     *
     * @param partial whether absent fields mean "unchanged" (PATCH), so that nothing is supplied for them
     */
    public JsonNode read(Class<?> type, JsonNode wire, boolean partial) {
        return isModel() || !touches(type) ? wire : readValue(type, wire.deepCopy(), partial);
    }

    /** From the model's form to the wire. */
    public JsonNode write(Class<?> type, JsonNode model) {
        return isModel() || !touches(type) ? model : writeValue(type, model.deepCopy());
    }

    /** Where a problem lies in the words of this version, given where it lies in the model. */
    public String pointerOnWire(String pointer) {
        return pointer;
    }

    /** Declares that objects of a type look different here. */
    final void reshape(Class<?> type, Reshape reshape) {
        reshapes.put(type, reshape);
    }

    /** Declares what becomes of a value that this version cannot say. */
    final void replaceOnWrite(Class<?> type, String value, String replacement) {
        texts.computeIfAbsent(type, key -> new HashMap<>()).put(value, replacement);
    }

    private JsonNode readValue(Class<?> type, JsonNode json, boolean partial) {
        if (json instanceof ObjectNode object && Shape.isObject(type)) {
            Reshape reshape = reshapes.get(type);
            if (reshape != null) {
                reshape.read().accept(object);
                if (!partial) {
                    reshape.supply().accept(object);
                }
            }
            eachChild(type, object, (element, child) -> readValue(element, child, false));
        }
        return json;
    }

    private JsonNode writeValue(Class<?> type, JsonNode json) {
        if (json instanceof ObjectNode object && Shape.isObject(type)) {
            eachChild(type, object, this::writeValue);
            Reshape reshape = reshapes.get(type);
            if (reshape != null) {
                reshape.write().accept(object);
            }
            Shape.of(type).slots().stream()
                    .filter(slot -> slot.since().compareTo(version) > 0)
                    .forEach(slot -> object.remove(slot.name()));
            return object;
        }
        Map<String, String> replacements = texts.get(type);
        return replacements != null && json.isTextual() && replacements.containsKey(json.textValue())
                ? TextNode.valueOf(replacements.get(json.textValue()))
                : json;
    }

    private void eachChild(Class<?> type, ObjectNode object, Visit visit) {
        for (Slot slot : Shape.of(type).slots()) {
            JsonNode child = object.get(slot.name());
            if (child == null || !touches(slot.element())) {
                continue;
            }
            if (child instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, visit.at(slot.element(), array.get(i)));
                }
            } else {
                object.set(slot.name(), visit.at(slot.element(), child));
            }
        }
    }

    /** Whether anything in a type, at any depth, is spelt differently here. */
    private boolean touches(Class<?> type) {
        synchronized (touched) {
            return touches(type, new HashSet<>());
        }
    }

    private boolean touches(Class<?> type, Set<Class<?>> seen) {
        Boolean known = touched.get(type);
        if (known != null) {
            return known;
        }
        if (!seen.add(type)) {
            return false;
        }
        boolean touches = reshapes.containsKey(type)
                || texts.containsKey(type)
                || Shape.isObject(type)
                        && Shape.of(type).slots().stream()
                                .anyMatch(slot -> slot.since().compareTo(version) > 0 || touches(slot.element(), seen));
        touched.put(type, touches);
        return touches;
    }

    private interface Visit {
        JsonNode at(Class<?> type, JsonNode json);
    }

    /**
     * How one class differs; each step changes the tree in place.
     *
     * @param read from this version's fields to the model's
     * @param supply what the model demands and this version does not have
     * @param write from the model's fields to this version's
     */
    record Reshape(Consumer<ObjectNode> read, Consumer<ObjectNode> supply, Consumer<ObjectNode> write) {}
}
