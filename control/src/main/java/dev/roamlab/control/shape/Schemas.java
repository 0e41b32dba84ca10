package dev.roamlab.control.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.openapi.OpenApiDocument;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The schemas of the objects that a document speaks of: each is put into the document once, when it is first asked for. */
public final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApiDocument document;
    private final Map<String, Class<?>> known = new HashMap<>();
    private final Deque<Shape> due = new ArrayDeque<>();

    /** For one document. */
    public Schemas(OpenApiDocument document) {
        this.document = document;
    }

    /** A reference to the schema of a record, which is in the document from now on. */
    public JsonNode of(Class<?> type) {
        ObjectNode reference = reference(type);
        while (!due.isEmpty()) {
            Shape shape = due.remove();
            document.schema(shape.name(), schema(shape));
        }
        return reference;
    }

    /** A parameter as its field's schema, with its name, its meaning and whether it is required. */
    public interface ParameterSink {
        /** Takes one. */
        void add(String name, String meaning, boolean required, JsonNode schema);
    }

    /** The fields of a record, one by one, as query parameters take them. */
    public void parameters(Class<?> type, ParameterSink sink) {
        for (Slot slot : Shape.of(type).slots()) {
            ObjectNode schema = slotSchema(slot);
            schema.remove("description");
            sink.add(slot.name(), slot.meaning().orElse(""), slot.isRequired(), schema);
        }
    }

    private ObjectNode reference(Class<?> type) {
        Shape shape = Shape.of(type);
        Class<?> other = known.putIfAbsent(shape.name(), type);
        if (other == null) {
            due.add(shape);
        } else if (other != type) {
            throw new IllegalStateException("two records of one name in one document: " + other + ", " + type);
        }
        return OpenApiDocument.ref(shape.name());
    }

    private ObjectNode schema(Shape shape) {
        ObjectNode schema = OpenApiDocument.object().put("type", "object");
        shape.meaning().ifPresent(meaning -> schema.put("description", meaning));
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.arrayNode();
        for (Slot slot : shape.slots()) {
            properties.set(slot.name(), slotSchema(slot));
            if (slot.isRequired()) {
                required.add(slot.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private ObjectNode slotSchema(Slot slot) {
        ObjectNode element = element(slot);
        ObjectNode schema = element;
        if (slot.isList()) {
            schema = OpenApiDocument.object().put("type", "array");
            schema.set("items", element);
            ObjectNode list = schema;
            slot.bounds()
                    .ifPresent(
                            bounds -> list.put("minItems", (int) bounds.min()).put("maxItems", (int) bounds.max()));
        }
        ObjectNode described = schema;
        slot.meaning().ifPresent(meaning -> described.put("description", meaning));
        slot.example().ifPresent(example -> described.putArray("examples").add(json(example)));
        return schema;
    }

    private ObjectNode element(Slot slot) {
        Class<?> type = slot.element();
        if (type.isRecord()) {
            return reference(type);
        }
        ObjectNode schema = OpenApiDocument.object();
        if (JsonNode.class.isAssignableFrom(type)) {
            return schema;
        }
        schema.put("type", typeName(type));
        if (type.isEnum()) {
            Words.all(type).keySet().forEach(schema.putArray("enum")::add);
        }
        if (type == Instant.class) {
            schema.put("format", "date-time");
        }
        slot.length().ifPresent(length -> schema.put("minLength", length.min()).put("maxLength", length.max()));
        slot.form().ifPresent(form -> schema.put("pattern", "^(?:" + form.value() + ")$"));
        Optional<Within> bounds = slot.isList() ? Optional.empty() : slot.bounds();
        bounds.ifPresent(within -> schema.put("minimum", number(within.min())).put("maximum", number(within.max())));
        return schema;
    }

    private static java.math.BigDecimal number(double bound) {
        return new java.math.BigDecimal(
                java.math.BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString());
    }

    private static String typeName(Class<?> type) {
        if (type == Integer.class || type == Long.class) {
            return "integer";
        } else if (type == Double.class) {
            return "number";
        }
        return type == Boolean.class ? "boolean" : "string";
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException mistyped) {
            throw new IllegalStateException("an example is no JSON: " + text, mistyped);
        }
    }
}
