package dev.roamlab.ocpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.json.Shape.Slot;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.OpenEnum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How one version spells the objects of the model. Works on JSON trees, so that fields which neither side knows pass
 * through untouched. Reading is tolerant: what a version does not have, but somebody sends, is kept.
 */
public abstract class Dialect {
    private final OcpiVersion version;
    private final Map<Class<?>, Reshape> reshapes = new HashMap<>();
    private final Map<Class<?>, ClosedList> closedLists = new HashMap<>();
    private final Map<Class<?>, Boolean> touched = new ConcurrentHashMap<>();

    Dialect(OcpiVersion version) {
        this.version = version;
    }

    /** The dialect of a version. */
    public static Dialect of(OcpiVersion version) {
        return java.util.Objects.requireNonNull(All.BY_VERSION.get(version));
    }

    /** Whether this version's wire form is the model's own, so that a stored text can go out unparsed. */
    public boolean isModel() {
        return version == OcpiVersion.V2_3_0;
    }

    /**
     * Reads an object of this version from the wire. A field that only a later version has is undocumented here, so
     * that what is wrong in it is no reason to refuse the object: such a field is left out.
     *
     * @throws InvalidObject whose pointers are those of the wire
     */
    public <T extends Record> Document<T> decode(Class<T> type, JsonNode wire) throws InvalidObject {
        List<Problem> objections = new ArrayList<>();
        forbidden(type, wire, objections);
        if (!objections.isEmpty()) {
            throw new InvalidObject(objections);
        }
        try {
            return Document.read(type, read(type, wire, false));
        } catch (InvalidObject invalid) {
            InvalidObject asSent = onWire(invalid);
            return decode(
                    type,
                    Undocumented.without(wire, type, version, asSent.problems()).orElseThrow(() -> asSent));
        }
    }

    /**
     * From the wire to the model's form.
     *
     * @param partial whether absent fields mean "unchanged" (PATCH), so that nothing is supplied for them
     */
    public JsonNode read(Class<?> type, JsonNode wire, boolean partial) {
        return touches(type) ? readValue(type, wire.deepCopy(), partial) : wire;
    }

    /** From the model's form to the wire. */
    public JsonNode write(Class<?> type, JsonNode model) {
        if (!touches(type)) {
            return model;
        }
        JsonNode written = writeValue(type, model.deepCopy());
        return written == null ? Json.object() : written;
    }

    /** How this version spells a value outside of objects, such as in a query; as it is where the version has no word for it. */
    public String spelling(OpenEnum value) {
        JsonNode written = writeValue(value.getClass(), TextNode.valueOf(value.value()));
        return written == null ? value.value() : written.textValue();
    }

    /** Where a problem lies in the words of this version, given where it lies in the model. */
    public String pointerOnWire(String pointer) {
        return pointer;
    }

    /** The same problems in the words of this version. */
    public InvalidObject onWire(InvalidObject invalid) {
        return new InvalidObject(invalid.problems().stream()
                .map(problem -> new Problem(pointerOnWire(problem.pointer()), problem.rule(), problem.value()))
                .toList());
    }

    /** The fields of an object in this version, in the specification's order. */
    public List<WireField> fields(Class<?> type) {
        return Shape.of(type).slots().stream()
                .filter(slot -> slot.since().compareTo(version) <= 0)
                .map(WireField::of)
                .toList();
    }

    /** Names what this version forbids although the model has it. */
    void forbidden(Class<?> type, JsonNode wire, List<Problem> objections) {}

    /** Declares that objects of a type look different here. */
    final void reshape(Class<?> type, Reshape reshape) {
        reshapes.put(type, reshape);
    }

    /** Declares that a list of values is closed here, and what is written for a value that is not on it. */
    final void close(Class<? extends OpenEnum> type, String replacement) {
        closedLists.put(type, new ClosedList(listed(type), Optional.of(replacement)));
    }

    /** Declares that a list of values is closed here: a value that is not on it is left out where it may be. */
    final void close(Class<? extends OpenEnum> type) {
        closedLists.put(type, new ClosedList(listed(type), Optional.empty()));
    }

    /** The values that this version lists. */
    final Set<String> listed(Class<? extends OpenEnum> type) {
        return Listed.in(type, version);
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

    private @Nullable JsonNode writeValue(Class<?> type, JsonNode json) {
        if (json instanceof ObjectNode object && Shape.isObject(type)) {
            Reshape reshape = reshapes.get(type);
            if (reshape != null) {
                reshape.write().accept(object);
            }
            Shape.of(type).slots().stream()
                    .filter(slot -> slot.since().compareTo(version) > 0)
                    .forEach(slot -> object.remove(slot.name()));
            eachChild(type, object, this::writeValue);
            return object;
        }
        ClosedList closed = closedLists.get(type);
        return closed == null || !json.isTextual() || closed.listed().contains(json.textValue())
                ? json
                : closed.replacement().map(TextNode::valueOf).orElse(null);
    }

    private void eachChild(Class<?> type, ObjectNode object, Visit visit) {
        for (Slot slot : Shape.of(type).slots()) {
            JsonNode child = object.get(slot.name());
            if (child == null || !touches(slot.element())) {
                continue;
            }
            if (child instanceof ArrayNode array) {
                eachElement(slot.element(), array, visit);
            } else {
                JsonNode visited = visit.at(slot.element(), child);
                if (visited == null) {
                    object.remove(slot.name());
                } else {
                    object.set(slot.name(), visited);
                }
            }
        }
    }

    private static void eachElement(Class<?> type, ArrayNode array, Visit visit) {
        for (int i = array.size() - 1; i >= 0; i--) {
            JsonNode visited = visit.at(type, array.get(i));
            if (visited == null) {
                array.remove(i);
            } else {
                array.set(i, visited);
            }
        }
    }

    /** Whether anything in a type, at any depth, is spelt differently here. */
    private boolean touches(Class<?> type) {
        Boolean known = touched.get(type);
        if (known == null) {
            known = touches(type, new HashSet<>());
            touched.put(type, known);
        }
        return known;
    }

    private boolean touches(Class<?> type, Set<Class<?>> seen) {
        if (reshapes.containsKey(type) || closedLists.containsKey(type)) {
            return true;
        }
        return seen.add(type)
                && Shape.isObject(type)
                && Shape.of(type).slots().stream()
                        .anyMatch(slot -> slot.since().compareTo(version) > 0 || touches(slot.element(), seen));
    }

    /** A class of its own, for a class must not need its subclasses to be loaded. */
    private static final class All {
        static final Map<OcpiVersion, Dialect> BY_VERSION =
                Map.of(OcpiVersion.V2_2_1, new DialectV221(), OcpiVersion.V2_3_0, new DialectV230());
    }

    private interface Visit {
        /** What takes the value's place; null leaves it out. */
        @Nullable JsonNode at(Class<?> type, JsonNode json);
    }

    private record ClosedList(Set<String> listed, Optional<String> replacement) {}

    /**
     * How one class differs; each step changes the tree in place, before what is inside it is looked at.
     *
     * @param read from this version's fields to the model's
     * @param supply what the model demands and this version does not have
     * @param write from the model's fields to this version's
     */
    record Reshape(Consumer<ObjectNode> read, Consumer<ObjectNode> supply, Consumer<ObjectNode> write) {
        /** Only what we write differs. */
        static Reshape onWrite(Consumer<ObjectNode> write) {
            return new Reshape(nothing -> {}, nothing -> {}, write);
        }
    }
}
