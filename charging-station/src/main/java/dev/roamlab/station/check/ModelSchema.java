package dev.roamlab.station.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.station.ConfigurationKey;
import dev.roamlab.station.models.Quirk;
import java.util.List;

/** The JSON Schema of a file of station models, for editors. */
public final class ModelSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ModelSchema() {}

    /** The schema, JSON Schema 2020-12. */
    public static ObjectNode json() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Roamlab station models");
        schema.put("type", "array");
        schema.set("items", object(ModelFields.MODEL));
        return schema;
    }

    private static ObjectNode object(List<Field> fields) {
        ObjectNode object = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        ArrayNode required = object.putArray("required");
        ObjectNode properties = object.putObject("properties");
        for (Field field : fields) {
            if (field.required()) {
                required.add(field.name());
            }
            properties.set(field.name(), type(field).put("description", field.description()));
        }
        return object;
    }

    private static ObjectNode type(Field field) {
        ObjectNode type = JSON.objectNode();
        return switch (field.type()) {
            case TEXT -> type.put("type", "string").put("minLength", 1);
            case NUMBER -> type.put("type", "number").put("exclusiveMinimum", 0);
            case WHOLE -> type.put("type", "integer").put("minimum", 1);
            case FLAG -> type.put("type", "boolean");
            case ENUM -> choices(type, field);
            case TEXTS -> {
                type.put("type", "array").put("minItems", 1).set("items", choices(JSON.objectNode(), field));
                yield type;
            }
            case OBJECTS -> {
                type.put("type", "array").put("minItems", 1).set("items", object(field.inner()));
                yield type;
            }
            case KEYS -> keys(type);
            case QUIRKS -> quirks(type);
        };
    }

    private static ObjectNode choices(ObjectNode type, Field field) {
        ArrayNode choices = type.putArray("enum");
        field.choices().forEach(choices::add);
        return type;
    }

    private static ObjectNode keys(ObjectNode type) {
        type.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = type.putObject("properties");
        for (ConfigurationKey key : ConfigurationKey.values()) {
            ObjectNode value = properties.putObject(key.wireName());
            value.putArray("type").add("string").add("number").add("boolean");
            value.put("description", key.rule().inWords());
        }
        return type;
    }

    private static ObjectNode quirks(ObjectNode type) {
        type.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = type.putObject("properties");
        for (Quirk quirk : Quirk.values()) {
            ObjectNode value = properties.putObject(quirk.wireName());
            if (quirk.isFlag()) {
                value.put("type", "boolean");
            } else {
                value.put("type", "integer").put("minimum", quirk.min()).put("maximum", quirk.max());
            }
        }
        return type;
    }
}
