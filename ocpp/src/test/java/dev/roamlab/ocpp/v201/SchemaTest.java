package dev.roamlab.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.ocpp.messages.Measurand;
import dev.roamlab.ocpp.payload.Binding;
import dev.roamlab.ocpp.payload.Field;
import dev.roamlab.ocpp.payload.Field.Occurs;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Our rules against the JSON schemas of 2.0.1, field by field. The schemas are not ours to ship: the test runs where
 * {@code ROAMLAB_OCPP_SCHEMAS} names a directory with {@code ocpp2_0_1.json}, such as the one in the npm package ocpp-rpc.
 */
class SchemaTest {
    private static final Binding BINDING = FormsV201.BINDING;
    /** 1.6 measures these as well; we read them from a 2.0.1 station that does, and never write them. */
    private static final Set<String> TOLERATED = Set.of("RPM", "Temperature");

    private final List<String> differences = new ArrayList<>();

    @Test
    void every_payload_has_the_rules_of_its_schema() throws IOException {
        String directory = System.getenv("ROAMLAB_OCPP_SCHEMAS");
        assumeTrue(directory != null, "ROAMLAB_OCPP_SCHEMAS is not set: no schemas to compare with");
        Map<String, JsonNode> schemas = new HashMap<>();
        new ObjectMapper()
                .readTree(Files.readString(Path.of(directory, "ocpp2_0_1.json")))
                .forEach(schema -> schemas.put(schema.path("$id").asText(), schema));

        for (Action<?, ?> action : DialectV201.actions()) {
            compare(action.name(), action.request(), taken(schemas, "urn:" + action.name() + ".req"));
            compare(action.name() + " answer", action.response(), taken(schemas, "urn:" + action.name() + ".conf"));
        }

        assertThat(differences).isEmpty();
        assertThat(schemas).isEmpty();
    }

    private static JsonNode taken(Map<String, JsonNode> schemas, String id) {
        return Objects.requireNonNull(schemas.remove(id), id);
    }

    private void compare(String path, Class<?> type, JsonNode schema) {
        record(path, BINDING.wireType(type), schema, schema);
    }

    private void record(String path, Class<?> type, JsonNode schema, JsonNode root) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Set<String> names = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        names.remove("customData");
        for (Field field : BINDING.shape(type).fields()) {
            String where = path + "." + field.name();
            if (names.remove(field.name())) {
                JsonNode rule = resolved(schema.path("properties").path(field.name()), root);
                boolean always = field.occurs() == Occurs.ONCE || field.occurs() == Occurs.AT_LEAST_ONCE;
                check(where, "required", required.contains(field.name()), always);
                field(where, field, rule, root);
            } else {
                differences.add(where + ": not in the schema");
            }
        }
        names.forEach(name -> differences.add(path + "." + name + ": missing here"));
    }

    private void field(String where, Field field, JsonNode rule, JsonNode root) {
        boolean list = field.occurs() == Occurs.ANY_NUMBER || field.occurs() == Occurs.AT_LEAST_ONCE;
        check(where, "array", rule.path("type").asText().equals("array"), list);
        if (list) {
            check(
                    where,
                    "maxItems",
                    rule.path("maxItems").asInt(-1),
                    field.atMost().orElse(-1));
            value(where, field, resolved(rule.path("items"), root), root);
        } else {
            value(where, field, rule, root);
        }
    }

    private void value(String where, Field field, JsonNode rule, JsonNode root) {
        Class<?> type = BINDING.wireType(field.type());
        if (type.isEnum()) {
            Set<String> theirs = new TreeSet<>();
            rule.path("enum").forEach(word -> theirs.add(word.asText()));
            Set<String> ours = new TreeSet<>(BINDING.spellings(type));
            if (type == Measurand.class) {
                ours.removeAll(TOLERATED);
            }
            check(where, "enum", theirs, ours);
        } else if (type.isRecord()) {
            check(where, "type", rule.path("type").asText(), "object");
            record(where, type, rule, root);
        } else {
            check(where, "type", rule.path("type").asText(), jsonType(type));
            check(
                    where,
                    "maxLength",
                    rule.path("maxLength").asInt(-1),
                    field.maxLength().orElse(-1));
            bounds(where, field, rule);
        }
    }

    private void bounds(String where, Field field, JsonNode rule) {
        if (rule.has("minimum")) {
            check(
                    where,
                    "minimum",
                    rule.path("minimum").asInt(),
                    field.atLeast().orElse(Integer.MIN_VALUE));
        }
        if (rule.has("maximum")) {
            check(where, "maximum", rule.path("maximum").asInt(), field.atMost().orElse(Integer.MAX_VALUE));
        }
    }

    private void check(String where, String rule, Object theirs, Object ours) {
        if (!theirs.equals(ours)) {
            differences.add(where + ": " + rule + ": schema " + theirs + ", here " + ours);
        }
    }

    private static JsonNode resolved(JsonNode rule, JsonNode root) {
        String reference = rule.path("$ref").asText();
        return reference.isEmpty() ? rule : root.at(reference.substring(1));
    }

    private static String jsonType(Class<?> type) {
        if (type == String.class || type == Instant.class) {
            return "string";
        } else if (type == Integer.class) {
            return "integer";
        } else if (type == BigDecimal.class) {
            return "number";
        }
        return type == Boolean.class ? "boolean" : ""; // any JSON has no type
    }
}
