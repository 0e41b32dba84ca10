package dev.roamlab.node.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.WireField;
import dev.roamlab.ocpi.operations.Operation.BodyUse;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.openapi.OpenApiDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** OCPI's objects as schemas of one version: from the fields that the version's dialect writes. Bounds are not told. */
final class OcpiSchemas {
    private static final Map<Class<?>, String> FORMATS =
            Map.of(Instant.class, "date-time", LocalDate.class, "date", LocalTime.class, "time");

    private final OpenApiDocument document;
    private final OcpiVersion version;
    private final Set<String> known = new HashSet<>();

    OcpiSchemas(OpenApiDocument document, OcpiVersion version) {
        this.document = document;
        this.version = version;
    }

    /** An envelope around one object. */
    JsonNode one(Class<?> type) {
        return envelope(ref(type));
    }

    /** An envelope around a list. */
    JsonNode list(Class<?> type) {
        ObjectNode array = type("array");
        array.set("items", ref(type));
        return envelope(array);
    }

    /** An envelope around nothing. */
    JsonNode empty() {
        return envelope(OpenApiDocument.object());
    }

    /** What a request carries. */
    JsonNode body(Class<?> type, BodyUse use) {
        if (use != BodyUse.PARTIAL) {
            return ref(type);
        }
        ObjectNode changes = schema(type);
        changes.remove("required");
        return changes.put("description", "The fields that change.");
    }

    private ObjectNode envelope(JsonNode data) {
        ObjectNode envelope = type("object");
        ObjectNode properties = envelope.putObject("properties");
        properties.set("data", data);
        properties.putObject("status_code").put("type", "integer");
        properties.putObject("status_message").put("type", "string");
        properties.putObject("timestamp").put("type", "string").put("format", "date-time");
        envelope.putArray("required").add("status_code").add("timestamp");
        return envelope;
    }

    private ObjectNode ref(Class<?> type) {
        if (known.add(type.getSimpleName())) {
            document.schema(type.getSimpleName(), schema(type));
        }
        return OpenApiDocument.ref(type.getSimpleName());
    }

    private ObjectNode schema(Class<?> type) {
        ObjectNode schema = type("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.arrayNode();
        for (WireField field : Dialect.of(version).fields(type)) {
            ObjectNode element = element(field);
            if (field.list()) {
                properties.putObject(field.name()).put("type", "array").set("items", element);
            } else {
                properties.set(field.name(), element);
            }
            if (field.required()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private ObjectNode element(WireField field) {
        if (field.isObject()) {
            return ref(field.element());
        }
        ObjectNode schema = type(name(field.element()));
        String format = FORMATS.get(field.element());
        if (format != null) {
            schema.put("format", format);
        }
        List<String> words = field.words(version);
        if (!words.isEmpty()) {
            words.forEach(schema.putArray(field.element().isEnum() ? "enum" : "examples")::add);
        }
        return schema;
    }

    private static String name(Class<?> type) {
        if (type == BigDecimal.class) {
            return "number";
        } else if (type == int.class || type == Integer.class) {
            return "integer";
        }
        return type == boolean.class || type == Boolean.class ? "boolean" : "string";
    }

    private static ObjectNode type(String name) {
        return OpenApiDocument.object().put("type", name);
    }
}
