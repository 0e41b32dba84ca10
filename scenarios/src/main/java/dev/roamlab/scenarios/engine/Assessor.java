package dev.roamlab.scenarios.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.reports.Expectation;
import dev.roamlab.scenarios.file.Claim;
import dev.roamlab.scenarios.file.Look;
import dev.roamlab.scenarios.file.Text;
import dev.roamlab.scenarios.stage.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at the state of the systems and says whether a claim holds. */
final class Assessor {
    private static final int CLIP = 160;

    private final Stage stage;

    Assessor(Stage stage) {
        this.stage = stage;
    }

    boolean holds(List<Claim> claims) {
        return claims.stream().allMatch(claim -> assess(claim).met());
    }

    /** The claim with what was seen. */
    Expectation assess(Claim claim) {
        Claim.Comparison comparison = claim.comparison();
        List<JsonNode> objects = objects(claim.look());
        JsonNode expected = comparison
                .other()
                .map(this::single)
                .orElseGet(() -> comparison.value().map(this::filled).orElse(MissingNode.getInstance()));
        String sentence = claim.sentence().in(stage.version(), stage.world());
        String wanted = wanted(comparison, expected);
        return switch (comparison.operator()) {
            case COUNT ->
                new Expectation(sentence, objects.size() == expected.asInt(), wanted, String.valueOf(objects.size()));
            case EXISTS -> exists(sentence, claim.look(), objects, expected.asBoolean(), wanted);
            case IS, IS_NOT, AT_LEAST, AT_MOST, ONE_OF, CONTAINS, SAME_AS ->
                compared(sentence, claim, picked(claim.look(), objects), expected, wanted);
        };
    }

    private Expectation exists(String sentence, Look look, List<JsonNode> objects, boolean expected, String wanted) {
        List<JsonNode> picked = picked(look, objects);
        boolean found =
                !picked.isEmpty() && picked.stream().noneMatch(value -> value.isMissingNode() || value.isNull());
        return new Expectation(sentence, found == expected, wanted, found ? shown(picked) : nothing(look));
    }

    private Expectation compared(
            String sentence, Claim claim, List<JsonNode> values, JsonNode expected, String wanted) {
        boolean met = !values.isEmpty()
                && values.stream()
                        .allMatch(value -> Comparisons.holds(claim.comparison().operator(), value, expected));
        boolean absent = values.isEmpty() || values.stream().allMatch(JsonNode::isMissingNode);
        return new Expectation(sentence, met, wanted, absent ? nothing(claim.look()) : shown(values));
    }

    /** What is there instead of what was looked for: the reader's first question. */
    private String nothing(Look look) {
        List<JsonNode> all = stage.observe(look.at(), look.object());
        List<JsonNode> fitting = objects(look);
        String kind = look.object().spelling();
        if (all.isEmpty()) {
            return "no " + kind + " at all";
        }
        if (fitting.isEmpty()) {
            return "no such " + kind + " among " + all.size();
        }
        List<String> fields = new ArrayList<>();
        fitting.get(fitting.size() - 1).fieldNames().forEachRemaining(fields::add);
        return "no " + look.field() + "; the " + kind + " has " + String.join(", ", fields);
    }

    private JsonNode single(Look look) {
        List<JsonNode> values = picked(look, objects(look));
        return values.isEmpty() ? MissingNode.getInstance() : values.get(values.size() - 1);
    }

    private List<JsonNode> objects(Look look) {
        boolean any = look.where().isEmpty() && look.pick() == Look.Pick.FIRST;
        return stage.observe(look.at(), look.object(), new Stage.Sought(texts(look.where()), any)).stream()
                .filter(object -> fits(object, look.where()))
                .toList();
    }

    private Map<String, String> texts(Map<String, JsonNode> where) {
        Map<String, String> texts = new LinkedHashMap<>();
        where.forEach((field, value) -> {
            if (value.isTextual()) {
                texts.put(field, filled(value).textValue());
            }
        });
        return texts;
    }

    private boolean fits(JsonNode object, Map<String, JsonNode> where) {
        return where.entrySet().stream()
                .allMatch(condition -> Comparisons.holds(
                        Claim.Operator.IS, Comparisons.at(object, condition.getKey()), filled(condition.getValue())));
    }

    private List<JsonNode> picked(Look look, List<JsonNode> objects) {
        String field = Text.of(look.field()).in(stage.version(), stage.world());
        List<JsonNode> values =
                objects.stream().map(object -> Comparisons.at(object, field)).toList();
        if (values.isEmpty()) {
            return values;
        }
        return switch (look.pick()) {
            case ALL -> values;
            case FIRST -> values.subList(0, 1);
            case LAST -> values.subList(values.size() - 1, values.size());
        };
    }

    private JsonNode filled(JsonNode value) {
        return value.isTextual()
                ? TextNode.valueOf(Text.of(value.textValue()).in(stage.version(), stage.world()))
                : value;
    }

    private static String wanted(Claim.Comparison comparison, JsonNode expected) {
        String value = shown(List.of(expected));
        return switch (comparison.operator()) {
            case IS -> value;
            case IS_NOT -> "anything but " + value;
            case AT_LEAST -> "at least " + value;
            case AT_MOST -> "at most " + value;
            case ONE_OF -> "one of " + value;
            case CONTAINS -> "something with " + value + " in it";
            case EXISTS -> expected.asBoolean() ? "there" : "not there";
            case COUNT -> value;
            case SAME_AS ->
                value
                        + comparison
                                .other()
                                .map(other -> ", as at the " + other.at().spelling())
                                .orElse("");
        };
    }

    private static String shown(List<JsonNode> values) {
        String text = values.stream()
                .map(value ->
                        value.isMissingNode() ? "nothing" : value.isTextual() ? value.textValue() : value.toString())
                .distinct()
                .collect(Collectors.joining(", "));
        return text.length() <= CLIP ? text : text.substring(0, CLIP) + "…";
    }
}
