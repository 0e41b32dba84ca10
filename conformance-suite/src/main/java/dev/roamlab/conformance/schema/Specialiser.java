package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.util.ArrayList;
import java.util.List;

/** Makes the schemas of one version out of the files that serve both. The notation is explained in {@code schemas/types.yaml}. */
final class Specialiser {
    /** Before the name of an object's schema for a PATCH: any part of the object, with the fields that it has all right. */
    static final String PARTIAL = "Partial";

    private final String version;

    Specialiser(SpecVersion version) {
        this.version = version.spelling();
    }

    /** The definitions of this version, and of each object the partial form. */
    ObjectNode definitions(ObjectNode written) {
        ObjectNode all = written.objectNode();
        written.properties().forEach(entry -> {
            if (stands(entry.getValue())) {
                all.set(entry.getKey(), specialised(entry.getValue()));
            }
        });
        addPartialForms(all);
        return all;
    }

    /** The ids of this version in a list, or in a single text; {@code ID@2.3.0} stands in one version only. */
    List<String> ids(JsonNode written) {
        List<String> ids = new ArrayList<>();
        if (written.isArray()) {
            written.forEach(element -> ids.addAll(ids(element)));
        } else if (written.isTextual()) {
            String[] parts = written.asText().split("@", 2);
            if (parts.length == 1 || parts[1].equals(version)) {
                ids.add(parts[0]);
            }
        }
        return ids;
    }

    private boolean stands(JsonNode definition) {
        if (!definition.has("x-versions")) {
            return true;
        }
        for (JsonNode each : definition.get("x-versions")) {
            if (each.asText().equals(version)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode specialised(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(specialised(element)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = object.objectNode();
        object.properties().forEach(entry -> {
            if (!entry.getKey().equals("x-only")) {
                copy.set(entry.getKey(), specialised(entry.getValue()));
            }
        });
        merge(copy, specialised(object.path("x-only").path(version)));
        open(copy);
        return copy;
    }

    private static void merge(ObjectNode into, JsonNode addition) {
        addition.properties().forEach(entry -> {
            JsonNode present = into.get(entry.getKey());
            if (present instanceof ObjectNode object && entry.getValue().isObject()) {
                merge(object, entry.getValue());
            } else if (present instanceof ArrayNode array && entry.getValue().isArray()) {
                entry.getValue().forEach(array::add);
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void open(ObjectNode schema) {
        if (schema.path("x-open").asBoolean()) {
            schema.set("x-known", schema.remove("enum"));
            schema.put("minLength", 1);
        }
    }

    private static void addPartialForms(ObjectNode all) {
        List<String> names = new ArrayList<>();
        all.properties().forEach(entry -> {
            if (isObject(entry.getValue())) {
                names.add(entry.getKey());
            }
        });
        for (String name : names) {
            ObjectNode partial = all.get(name).deepCopy();
            partial.remove("allOf");
            partial.set("x-required", partial.path("required"));
            partial.remove("required");
            partial.path("properties").forEach(field -> refer(field, names));
            all.set(PARTIAL + name, partial);
        }
    }

    private static boolean isObject(JsonNode definition) {
        return definition.path("type").asText().equals("object");
    }

    /** Objects in an object may be partial too, as it is open whether they are merged or replaced; elements of lists are whole. */
    private static void refer(JsonNode field, List<String> objects) {
        String name = definitionNamed(field.path("$ref").asText());
        if (field instanceof ObjectNode object && objects.contains(name)) {
            object.put("$ref", "#/$defs/" + PARTIAL + name);
        }
    }

    /** The name in a reference to a definition. */
    static String definitionNamed(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
