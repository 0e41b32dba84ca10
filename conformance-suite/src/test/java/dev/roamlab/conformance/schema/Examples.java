package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** The objects of {@code examples/objects.yaml}, each in one version. */
final class Examples {
    private Examples() {}

    /** All objects with every field. */
    static Map<String, JsonNode> maximal(SpecVersion version) {
        Map<String, JsonNode> objects = new LinkedHashMap<>();
        in(version, written()).properties().forEach(entry -> objects.put(entry.getKey(), entry.getValue()));
        return objects;
    }

    static JsonNode maximal(SpecVersion version, String name) {
        return Objects.requireNonNull(maximal(version).get(name), name);
    }

    /** The object with the fields only that it has to have. */
    static JsonNode minimal(SpecVersion version, String name) {
        ObjectNode object = maximal(version, name).deepCopy();
        Set<String> required = ObjectSchemas.of(version).requiredFields(name);
        object.retain(required);
        return object;
    }

    private static JsonNode written() {
        // Jackson's YAML knows no anchors in trees.
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream("/examples/objects.yaml"))) {
            return new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .valueToTree(new Yaml().load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode in(SpecVersion version, JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(in(version, element)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = object.objectNode();
        object.properties()
                .forEach(entry ->
                        name(entry.getKey(), version).ifPresent(name -> copy.set(name, in(version, entry.getValue()))));
        return copy;
    }

    private static Optional<String> name(String written, SpecVersion version) {
        String[] parts = written.split("@", 2);
        return parts.length == 1 || parts[1].equals(version.spelling()) ? Optional.of(parts[0]) : Optional.empty();
    }

    /** Pointers to every value in an object. */
    static List<String> places(JsonNode object) {
        List<String> places = new ArrayList<>();
        places(object, "", places);
        return places;
    }

    private static void places(JsonNode value, String pointer, List<String> places) {
        value.properties().forEach(entry -> {
            places.add(pointer + "/" + entry.getKey());
            places(entry.getValue(), pointer + "/" + entry.getKey(), places);
        });
        if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                places.add(pointer + "/" + index);
                places(value.get(index), pointer + "/" + index, places);
            }
        }
    }
}
