package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.schema.Shape.Condition;
import dev.roamlab.conformance.schema.Shape.Later;
import dev.roamlab.conformance.schema.Shape.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the definition of an object into its shape, and the rules in it by their evaluation path. */
final class ShapeCompiler {
    /** Follows the path of a {@code required} before the name of the field. */
    static final String FIELD = "/";
    /** Follows the path of an {@code enum}: the value is a listed one in another case. */
    static final String CASE = "/case";

    private static final List<String> KEYWORDS = List.of(
            "type",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "enum",
            "const",
            "minimum",
            "maximum",
            "multipleOf",
            "minItems");

    private final ObjectNode definitions;
    private final RuleIds ids;
    private final Map<String, Rule> rules = new HashMap<>();
    private final Shape root = new Shape();

    ShapeCompiler(ObjectNode definitions, RuleIds ids, String name) {
        this.definitions = definitions;
        this.ids = ids;
        JsonNode definition = definitions.path(name);
        read(definition, "/$ref", ids.scopeOf(definition), root);
    }

    Shape root() {
        return root;
    }

    /** Rules by evaluation path; where a path leads into a member of {@code allOf}, that member is the rule. */
    Map<String, Rule> rules() {
        return Map.copyOf(rules);
    }

    private void read(JsonNode schema, String path, Scope scope, Shape shape) {
        for (String keyword : KEYWORDS) {
            if (schema.has(keyword)) {
                keyword(schema, keyword, path, scope, shape);
            }
        }
        conditions(schema, path, scope, shape);
        fields(schema, path, scope, shape);
        if (schema.has("items")) {
            shape.items = new Shape();
            read(schema.path("items"), path + "/items", scope, shape.items);
        }
        known(schema, scope, shape);
        relations(schema, scope, shape);
        if (schema.has("$ref")) {
            String name = Specialiser.definitionNamed(schema.path("$ref").asText());
            read(definitions.path(name), path + "/$ref", scope, shape);
        }
    }

    private void keyword(JsonNode schema, String keyword, String path, Scope scope, Shape shape) {
        Rule rule = rule(schema, keyword, ids.of(schema, keyword, scope));
        rules.put(path + "/" + keyword, rule);
        shape.judging.addAll(rule.ids());
        if (keyword.equals("enum")) {
            List<String> inCase = new ArrayList<>(rule.ids());
            inCase.addAll(ids.everywhere("enumCase"));
            rules.put(path + "/enum" + CASE, new Rule(inCase, rule.warns(), rule.words() + ", in this case"));
            shape.judging.addAll(inCase);
        }
    }

    private static Rule rule(JsonNode schema, String keyword, Set<String> proves) {
        boolean own = List.of("pattern", "multipleOf").contains(keyword) && schema.has("x-rule");
        String words = own ? schema.path("x-rule").asText() : Words.rule(keyword, schema.path(keyword));
        return new Rule(List.copyOf(proves), warns(schema, keyword), words);
    }

    private static boolean warns(JsonNode schema, String keyword) {
        JsonNode warns = schema.path("x-warns");
        for (JsonNode each : warns) {
            if (each.asText().equals(keyword)) {
                return true;
            }
        }
        return warns.asBoolean();
    }

    private void conditions(JsonNode schema, String path, Scope scope, Shape shape) {
        int index = 0;
        for (JsonNode member : schema.path("allOf")) {
            Rule rule = new Rule(
                    List.copyOf(ids.ofCondition(member, scope)),
                    member.has("x-advice") || warns(member, "allOf"),
                    member.path("x-rule").asText());
            rules.put(path + "/allOf/" + index, rule);
            shape.conditions.add(new Condition(rule, member));
            index++;
        }
    }

    private void fields(JsonNode schema, String path, Scope scope, Shape shape) {
        JsonNode properties = schema.path("properties");
        schema.path("x-required").forEach(field -> shape.required.add(field.asText()));
        schema.path("required").forEach(field -> {
            String name = field.asText();
            shape.required.add(name);
            List<String> proves = List.copyOf(ids.ofMissing(schema, properties.path(name), scope));
            rules.put(path + "/required" + FIELD + name, new Rule(proves, false, "has to be there"));
            shape.judging.addAll(proves);
        });
        properties.properties().forEach(entry -> {
            Shape field = new Shape();
            boolean required = shape.required.contains(entry.getKey());
            Scope inner = ids.scopeOf(schema, entry.getValue(), required, scope);
            read(entry.getValue(), path + "/properties/" + entry.getKey(), inner, field);
            shape.fields.put(entry.getKey(), field);
        });
        if (schema.has("properties")) {
            shape.judging.addAll(ids.everywhere("names"));
            shape.sometimes.addAll(ids.everywhere("notAvailable"));
        }
    }

    private void known(JsonNode schema, Scope scope, Shape shape) {
        if (!schema.has("x-known")) {
            return;
        }
        Set<String> proves = ids.of(schema, "open", scope);
        boolean warns = !schema.path("x-near").asText().equals("fails");
        shape.near = new Rule(List.copyOf(proves), warns, "a listed value is spelled exactly so");
        shape.unlisted = new Rule(ids.everywhere("openName"), true, "a new value has no prefix such as x- or custom");
        schema.path("x-known").forEach(value -> shape.known.put(FieldNames.bare(value.asText()), value.asText()));
        shape.judging.addAll(proves);
        shape.sometimes.addAll(shape.unlisted.ids());
    }

    private void relations(JsonNode schema, Scope scope, Shape shape) {
        if (schema.has("x-unique")) {
            List<String> fields = new ArrayList<>();
            schema.path("x-unique").forEach(field -> fields.add(field.asText()));
            Rule rule = new Rule(
                    List.copyOf(ids.of(schema, "unique", scope)),
                    warns(schema, "unique"),
                    "no two elements with the same " + String.join(", ", fields));
            shape.unique = new Unique(rule, fields);
            shape.judging.addAll(rule.ids());
        }
        schema.path("x-later").properties().forEach(entry -> {
            String earlier = entry.getValue().asText();
            Set<String> proves = new LinkedHashSet<>(ids.of(schema, "later", scope));
            Rule rule = new Rule(List.copyOf(proves), warns(schema, "later"), "later than " + earlier);
            shape.later.put(entry.getKey(), new Later(rule, earlier));
            shape.sometimes.addAll(proves);
        });
    }
}
