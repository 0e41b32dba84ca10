package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One object's schema, ready to judge. Thread-safe. */
final class CompiledObject {
    private final JsonSchema schema;
    private final Shape shape;
    private final Map<String, Rule> rules;
    private final RuleIds ids;

    CompiledObject(JsonSchema schema, ShapeCompiler compiled, RuleIds ids) {
        this.schema = schema;
        this.shape = compiled.root();
        this.rules = compiled.rules();
        this.ids = ids;
    }

    SchemaReport judge(JsonNode object) {
        JsonNode value = NullFree.of(object);
        Set<SchemaFinding> findings = new LinkedHashSet<>();
        schema.validate(value).forEach(message -> findings.add(finding(message, object)));
        Walk walk = new Walk(ids);
        walk.visit(shape, value, Place.ROOT);
        findings.addAll(walk.findings());
        return new SchemaReport(new ArrayList<>(findings), walk.hints(), walk.exercised());
    }

    private SchemaFinding finding(ValidationMessage message, JsonNode whole) {
        String path = message.getEvaluationPath().toString();
        String pointer = message.getInstanceLocation().toString();
        if (message.getType().equals("required") && !inCondition(path)) {
            String missing = message.getProperty();
            Rule rule = rule(path + ShapeCompiler.FIELD + missing);
            String at = pointer + "/" + missing;
            return rule.brokenAt(at, Words.value(whole.at(at)));
        }
        JsonNode value = whole.at(pointer);
        Rule rule = ruleAt(path, value, message.getSchemaNode());
        boolean soft = rule.warns() || isSoft(message, value);
        return new SchemaFinding(pointer, rule.ids(), rule.words(), Words.value(value), soft);
    }

    /** {@code #NA} where a type leaves no room for it is for a person to judge, and some notations are doubtful only. */
    private static boolean isSoft(ValidationMessage message, JsonNode value) {
        if (value.isTextual() && value.textValue().equals("#NA")) {
            return true;
        }
        return message.getType().equals("format")
                && Notation.named(String.valueOf(message.getArguments()[0])).judge(value) == Verdict.DOUBTFUL;
    }

    private boolean inCondition(String path) {
        return condition(path) != null;
    }

    private Rule ruleAt(String path, JsonNode value, JsonNode keyword) {
        Rule condition = condition(path);
        if (condition != null) {
            return condition;
        }
        boolean otherCase = path.endsWith("/enum") && isInOtherCase(value, keyword);
        return rule(otherCase ? path + ShapeCompiler.CASE : path);
    }

    private Rule rule(String path) {
        Rule rule = rules.get(path);
        if (rule == null) {
            throw new IllegalStateException("no rule stands at " + path);
        }
        return rule;
    }

    private @Nullable Rule condition(String path) {
        for (int at = path.indexOf("/allOf/"); at >= 0; at = path.indexOf("/allOf/", at + 1)) {
            int end = path.indexOf('/', at + "/allOf/".length());
            Rule rule = rules.get(end < 0 ? path : path.substring(0, end));
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    private static boolean isInOtherCase(JsonNode value, JsonNode listed) {
        for (JsonNode each : listed) {
            if (each.asText().equalsIgnoreCase(value.asText()) && value.isTextual()) {
                return true;
            }
        }
        return false;
    }
}
