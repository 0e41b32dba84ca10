package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.roamlab.ocpi.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Holds a file against the published JSON Schema, and says what is wrong in an author's terms. */
final class SchemaCheck {
    private static final String RESOURCE = "/schema/scenario.schema.json";
    private static final JsonNode DOCUMENT = load();
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private static final JsonSchema SCENARIO = FACTORY.getSchema(DOCUMENT, CONFIG);
    private static final JsonSchema WORLD = FACTORY.getSchema(worldAlone(), CONFIG);

    private SchemaCheck() {}

    /** The published schema. */
    static JsonNode document() {
        return DOCUMENT;
    }

    static List<Problem> scenario(YamlSource source) {
        return problems(SCENARIO, source);
    }

    static List<Problem> world(YamlSource source) {
        return problems(WORLD, source);
    }

    private static List<Problem> problems(JsonSchema schema, YamlSource source) {
        List<Problem> problems = new ArrayList<>();
        for (ValidationMessage message : schema.validate(source.root())) {
            // The alternatives of "exactly one of" each say why they do not fit: noise, the sum of them is told.
            if (!message.getEvaluationPath().toString().contains("/oneOf/")) {
                problems.add(problem(source, message));
            }
        }
        return problems;
    }

    private static Problem problem(YamlSource source, ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        String key = String.valueOf(message.getProperty());
        return switch (message.getType()) {
            case "additionalProperties" -> unknownKey(source, message, pointer, key);
            case "required" -> source.missing(pointer, "'" + key + "' is missing here", Optional.empty());
            case "enum" -> notListed(source, message, pointer);
            case "type" -> source.problem(pointer, "must be " + types(message.getSchemaNode()), Optional.empty());
            case "pattern" -> source.problem(pointer, pattern(message), Optional.empty());
            case "oneOf" ->
                source.missing(pointer, "must compare with exactly one of " + operators(), Optional.empty());
            default -> source.problem(pointer, message.getError(), Optional.empty());
        };
    }

    private static Problem unknownKey(YamlSource source, ValidationMessage message, String pointer, String key) {
        List<String> known = names(parent(message).path("properties"));
        return source.key(
                pointer + "/" + YamlSource.escape(key),
                "'" + key + "' is not known here" + (known.isEmpty() ? "" : ", there are " + String.join(", ", known)),
                Spelling.meant(key, known));
    }

    private static Problem notListed(YamlSource source, ValidationMessage message, String pointer) {
        List<String> values = new ArrayList<>();
        message.getSchemaNode().forEach(value -> values.add(value.asText()));
        String what = pointer.endsWith("/do")
                ? "must be a verb of the vocabulary"
                : "must be one of " + String.join(", ", values);
        return source.problem(
                pointer, what, Spelling.meant(source.root().at(pointer).asText(), values));
    }

    /** The schema that holds the keyword which failed. */
    private static JsonNode parent(ValidationMessage message) {
        String fragment = message.getSchemaLocation().getFragment().toString();
        String path = fragment.substring(0, Math.max(0, fragment.lastIndexOf('/')));
        JsonNode found = DOCUMENT.at(path);
        return found.isMissingNode() ? WORLD.getSchemaNode().at(path) : found;
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String types(JsonNode type) {
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(one -> article(one.asText()))
                        .reduce((one, other) -> one + " or " + other)
                        .orElse("")
                : article(type.asText());
    }

    private static String article(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "object" -> "a map of keys and values";
            case "array" -> "a list";
            case "boolean" -> "true or false";
            case "string" -> "a text";
            default -> "a " + type;
        };
    }

    private static String pattern(ValidationMessage message) {
        return message.getSchemaNode().asText().contains("min|h")
                ? "must be a duration such as 30 s, 45 min or 1 h 30 min"
                : "must match " + message.getSchemaNode().asText();
    }

    private static String operators() {
        List<String> words = new ArrayList<>();
        for (Claim.Operator operator : Claim.Operator.values()) {
            words.add(operator.spelling());
        }
        return String.join(", ", words);
    }

    private static JsonNode worldAlone() {
        com.fasterxml.jackson.databind.node.ObjectNode schema = DOCUMENT.deepCopy();
        schema.remove(List.of("title", "required", "additionalProperties", "properties", "type", "$id"));
        schema.putArray("allOf").addObject().put("$ref", "#/definitions/world");
        schema.put("type", "object");
        return schema;
    }

    private static JsonNode load() {
        try (InputStream schema = Objects.requireNonNull(SchemaCheck.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return Json.parseOwn(new String(schema.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
