package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The schema files as they are written: the definitions of all under one roof, with references among them made local. */
record SchemaFiles(ObjectNode definitions, ObjectNode everywhere) {
    private static final List<String> NAMES = List.of(
            "types",
            "transport",
            "versions",
            "credentials",
            "locations",
            "sessions",
            "cdrs",
            "tariffs",
            "tokens",
            "commands",
            "charging-profiles",
            "hub-client-info",
            "invoice-reconciliation",
            "payments");

    /** Reads the files that ship with this module. */
    static SchemaFiles load() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        ObjectNode definitions = yaml.createObjectNode();
        ObjectNode everywhere = yaml.createObjectNode();
        for (String name : NAMES) {
            JsonNode file = read(yaml, name + ".yaml");
            file.path("$defs").properties().forEach(entry -> {
                if (definitions.has(entry.getKey())) {
                    throw new IllegalStateException(name + ".yaml: " + entry.getKey() + " is defined twice");
                }
                definitions.set(entry.getKey(), local(entry.getValue()));
            });
            file.path("x-everywhere").properties().forEach(entry -> everywhere.set(entry.getKey(), entry.getValue()));
        }
        return new SchemaFiles(definitions, everywhere);
    }

    private static JsonNode read(ObjectMapper yaml, String file) {
        try (InputStream in = SchemaFiles.class.getResourceAsStream("/schemas/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path under schemas/");
            }
            return yaml.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static JsonNode local(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(local(element)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = object.objectNode();
        object.properties()
                .forEach(entry -> copy.set(
                        entry.getKey(),
                        entry.getKey().equals("$ref") ? localReference(entry.getValue()) : local(entry.getValue())));
        return copy;
    }

    private static JsonNode localReference(JsonNode reference) {
        String text = reference.asText();
        return TextNode.valueOf(text.substring(text.indexOf('#')));
    }
}
