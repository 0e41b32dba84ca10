package dev.roamlab.control.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads one body, and goes on after each thing that is wrong. */
final class Reading {
    private static final int MOST_WRONGS = 50;
    private static final int SHOWN = 60;

    private final List<Wrong> wrongs;
    /** All that is wrong, also what is not listed any more. */
    private int found;

    Reading(List<Wrong> wrongs) {
        this.wrongs = wrongs;
    }

    Optional<Object> object(Shape shape, JsonNode json, String pointer) {
        if (!(json instanceof ObjectNode object)) {
            return wrong(pointer, shown(json) + ", must be an object");
        }
        int before = found;
        refuseUnknown(shape, object, pointer);
        Object[] values = shape.slots().stream()
                .map(slot -> field(slot, object.path(slot.name()), pointer + "/" + slot.name()))
                .toArray();
        return found > before ? Optional.empty() : shape.create(values, pointer, wrongs);
    }

    private void refuseUnknown(Shape shape, ObjectNode object, String pointer) {
        Set<String> unknown = new TreeSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        Set<String> known = shape.slots().stream().map(Slot::name).collect(Collectors.toSet());
        unknown.removeAll(known);
        for (String name : unknown) {
            String there = shape.slots().stream().map(Slot::name).collect(Collectors.joining(", "));
            wrong(pointer + "/" + escaped(name), "unknown field; known are " + (there.isEmpty() ? "none" : there));
        }
    }

    /** The value as the record wants it; any value where something is wrong, since no record is made then. */
    private Object field(Slot slot, JsonNode json, String pointer) {
        boolean absent = json.isMissingNode();
        if (slot.isList()) {
            return absent ? List.of() : list(slot, json, pointer);
        }
        if (slot.isOptional()) {
            return absent ? Optional.empty() : one(slot, json, pointer);
        }
        return absent
                ? wrong(pointer, "missing, required")
                : one(slot, json, pointer).orElse(slot);
    }

    private List<Object> list(Slot slot, JsonNode json, String pointer) {
        if (!json.isArray()) {
            wrong(pointer, shown(json) + ", must be an array");
            return List.of();
        }
        slot.bounds()
                .filter(bounds -> json.size() < bounds.min() || json.size() > bounds.max())
                .ifPresent(bounds -> wrong(pointer, json.size() + " elements, must be " + Scalars.between(bounds)));
        List<Object> values = new ArrayList<>(json.size());
        for (int i = 0; i < json.size() && wrongs.size() < MOST_WRONGS; i++) {
            one(slot, json.get(i), pointer + "/" + i).ifPresent(values::add);
        }
        return values;
    }

    private Optional<Object> one(Slot slot, JsonNode json, String pointer) {
        if (slot.element().isRecord()) {
            return object(Shape.of(slot.element()), json, pointer);
        }
        Scalars.Read read = Scalars.read(slot, json);
        return read.rule().isPresent()
                ? wrong(pointer, shown(json) + ", must be " + read.rule().get())
                : read.value();
    }

    private Optional<Object> wrong(String pointer, String detail) {
        found++;
        if (wrongs.size() < MOST_WRONGS) {
            wrongs.add(new Wrong(pointer, detail));
        }
        return Optional.empty();
    }

    private static String escaped(String name) {
        String shortened = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
        return shortened.replace("~", "~0").replace("/", "~1");
    }

    private static String shown(JsonNode json) {
        if (json.isContainerNode()) {
            return json.isArray() ? "an array" : "an object";
        }
        String text = json.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
