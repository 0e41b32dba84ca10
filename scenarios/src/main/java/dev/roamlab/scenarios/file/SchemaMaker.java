package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.stage.ObjectKind;
import dev.roamlab.scenarios.stage.Who;
import dev.roamlab.scenarios.vocabulary.Parameter;
import dev.roamlab.scenarios.vocabulary.Verb;
import dev.roamlab.scenarios.vocabulary.Vocabulary;
import dev.roamlab.scenarios.world.Durations;
import dev.roamlab.scenarios.world.Feature;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Writes the JSON Schema of scenario files from the vocabulary, so that both always agree. */
final class SchemaMaker {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SchemaMaker() {}

    /** The whole schema, draft 7: what most editors know. */
    static ObjectNode make() {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", "https://roamlab.dev/schema/scenario.schema.json");
        schema.put("title", "A Roamlab scenario");
        ObjectNode properties = object(schema, List.of("title", "story", "seed", "world", "steps"));
        property(properties, "title", "What the scenario is called", ref("text"));
        property(properties, "story", "How it begins, for people", ref("text"));
        property(properties, "seed", "Of everything random", type("integer"));
        property(properties, "world", "A shipped world, a file, or the world itself", worldOrName());
        property(properties, "learn", "What a learner knows afterwards", list(ref("text")));
        property(properties, "versions", "OCPI versions it can be played in; all when left out", versions());
        property(
                properties,
                "setup",
                "What the story takes for granted; left out where it is so already",
                list(ref("step")));
        property(properties, "steps", "The story", list(ref("step")).put("minItems", 1));
        schema.set("definitions", definitions());
        return schema;
    }

    private static ObjectNode definitions() {
        ObjectNode definitions = JSON.objectNode();
        definitions.set("text", text());
        definitions.set("duration", type("string").put("pattern", Durations.PATTERN));
        definitions.set("step", step());
        definitions.set("claim", claim());
        definitions.set("look", look());
        definitions.set("wait", waiting());
        definitions.set("prediction", prediction());
        definitions.set("world", WorldSchema.make());
        Vocabulary.verbs().forEach(verb -> definitions.set("with_" + verb.name(), arguments(verb)));
        return definitions;
    }

    private static ObjectNode worldOrName() {
        // Conditions on the parts of an object do not apply to a name.
        ObjectNode world = JSON.objectNode();
        world.putArray("allOf").add(ref("world"));
        return world;
    }

    private static ObjectNode text() {
        ObjectNode text = JSON.objectNode();
        text.put("description", "One wording, or one for each version of OCPI; {driver} names a member of the cast");
        text.putArray("type").add("string").add("object");
        ObjectNode in = JSON.objectNode();
        ObjectNode wordings = object(in, versionNames());
        versionNames().forEach(version -> wordings.set(version, type("string")));
        text.putObject("properties").set("in", in);
        text.putArray("required").add("in");
        text.put("additionalProperties", false);
        return text;
    }

    private static ObjectNode step() {
        ObjectNode step = JSON.objectNode();
        ObjectNode properties = object(step, List.of("do", "say"));
        ObjectNode verb = type("string");
        verb.set("enum", strings(Vocabulary.verbs().stream().map(Verb::name).toList()));
        property(properties, "do", "The verb", verb);
        property(properties, "say", "The step as the story tells it", ref("text"));
        property(properties, "with", "The verb's arguments", type("object"));
        property(properties, "why", "Why somebody would do this", ref("text"));
        property(properties, "spec", "The section of the OCPI specification", ref("text"));
        property(properties, "pitfall", "What goes wrong here in practice", ref("text"));
        property(properties, "predict", "What a learner is asked before it happens", list(ref("prediction")));
        property(properties, "unless", "What makes the step superfluous", ref("claim"));
        property(properties, "until", "What the step waits for", ref("wait"));
        property(properties, "expect", "What shall be true afterwards", list(ref("claim")));
        property(properties, "refused", "For a step that must be refused: words of the refusal", ref("text"));
        property(properties, "versions", "OCPI versions in which the step is played", versions());
        needs(properties, "step");
        ArrayNode each = step.putArray("allOf");
        Vocabulary.verbs().forEach(word -> each.add(argumentsOf(word)));
        return step;
    }

    private static ObjectNode argumentsOf(Verb verb) {
        ObjectNode condition = JSON.objectNode();
        ObjectNode when = condition.putObject("if");
        when.putObject("properties").putObject("do").put("const", verb.name());
        when.putArray("required").add("do");
        ObjectNode then = condition.putObject("then");
        then.putObject("properties").set("with", ref("with_" + verb.name()));
        if (verb.parameters().stream().anyMatch(Parameter::required)) {
            then.putArray("required").add("with");
        }
        return condition;
    }

    private static ObjectNode arguments(Verb verb) {
        ObjectNode arguments = JSON.objectNode();
        arguments.put("description", verb.summary());
        List<String> required = verb.parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        ObjectNode properties = object(arguments, required);
        verb.parameters()
                .forEach(parameter -> property(properties, parameter.name(), parameter.meaning(), value(parameter)));
        return arguments;
    }

    private static ObjectNode value(Parameter<?> parameter) {
        return switch (parameter.kind()) {
            case NUMBER -> orPlaceholder("number");
            case INTEGER -> orPlaceholder("integer").put("minimum", 1);
            case FLAG -> type("boolean");
            case OBJECT -> type("object");
            case DURATION -> ref("duration");
            case CHOICE -> {
                ObjectNode choice = type("string");
                choice.set("enum", strings(parameter.choices()));
                yield choice;
            }
            case TEXT, DRIVER, TOKEN, CAR, CHARGER, LOCATION, EVSE, TARIFF -> type("string");
        };
    }

    /** A number, or a placeholder for one. */
    private static ObjectNode orPlaceholder(String type) {
        ObjectNode number = JSON.objectNode();
        number.putArray("type").add(type).add("string");
        number.put("pattern", "^\\{[a-z0-9_.]+}$");
        return number;
    }

    private static ObjectNode claim() {
        ObjectNode claim = lookAt(List.of("that", "at", "object"));
        ObjectNode properties = (ObjectNode) claim.get("properties");
        property(properties, "that", "The claim in words", ref("text"));
        property(properties, "is", "Equal to this", JSON.objectNode());
        property(properties, "is_not", "There, and not equal to this", JSON.objectNode());
        property(properties, "at_least", "Not less than this", JSON.objectNode());
        property(properties, "at_most", "Not more than this", JSON.objectNode());
        property(properties, "one_of", "Equal to one of these", type("array"));
        property(properties, "contains", "A list with this in it, or a text with this in it", JSON.objectNode());
        property(properties, "exists", "Whether there is such a thing", type("boolean"));
        property(
                properties,
                "count",
                "How many such objects there are",
                type("integer").put("minimum", 0));
        property(properties, "same_as", "Equal to what is seen elsewhere", ref("look"));
        needs(properties, "claim");
        ArrayNode exactlyOne = claim.putArray("oneOf");
        for (Claim.Operator operator : Claim.Operator.values()) {
            exactlyOne.addObject().putArray("required").add(operator.spelling());
        }
        return claim;
    }

    private static ObjectNode look() {
        return lookAt(List.of("at", "object"));
    }

    private static ObjectNode lookAt(List<String> required) {
        ObjectNode look = JSON.objectNode();
        ObjectNode properties = object(look, required);
        ObjectNode at = type("string");
        at.set("enum", strings(Arrays.stream(Who.values()).map(Who::spelling).toList()));
        ObjectNode kind = type("string");
        kind.set(
                "enum",
                strings(Arrays.stream(ObjectKind.values())
                        .map(ObjectKind::spelling)
                        .toList()));
        ObjectNode which = type("string");
        which.set(
                "enum",
                strings(Arrays.stream(Look.Pick.values())
                        .map(Look.Pick::spelling)
                        .toList()));
        property(properties, "at", "Whose state", at);
        property(properties, "object", "Which kind of object", kind);
        property(properties, "where", "Fields that the object must have", type("object"));
        property(properties, "which", "Which of several; the last when left out", which);
        property(properties, "field", "Path of the field, such as total_cost.before_taxes", type("string"));
        return look;
    }

    private static ObjectNode waiting() {
        ObjectNode wait = JSON.objectNode();
        ObjectNode properties = object(wait, List.of("see"));
        property(
                properties,
                "see",
                "All of these at the same time",
                list(ref("claim")).put("minItems", 1));
        property(properties, "within", "Lab time after which it is given up; 30 s when left out", ref("duration"));
        return wait;
    }

    private static ObjectNode prediction() {
        ObjectNode prediction = JSON.objectNode();
        ObjectNode properties = object(prediction, List.of("ask", "choices", "answer", "because"));
        property(properties, "ask", "The question", ref("text"));
        property(
                properties,
                "choices",
                "What can be answered",
                list(type("string")).put("minItems", 2));
        property(properties, "answer", "The right one of the choices", type("string"));
        property(properties, "because", "Why it is right", ref("text"));
        needs(properties, "question");
        return prediction;
    }

    private static void needs(ObjectNode properties, String part) {
        String meaning = "What a world must have for this " + part + "; elsewhere it is left out";
        property(properties, "needs", meaning, list(feature()).put("minItems", 1));
    }

    static ObjectNode feature() {
        ObjectNode feature = type("string");
        feature.set("enum", strings(Feature.spellings()));
        return feature;
    }

    private static ObjectNode versions() {
        ObjectNode version = type("string");
        version.set("enum", strings(versionNames()));
        return list(version).put("minItems", 1);
    }

    private static List<String> versionNames() {
        return Arrays.stream(OcpiVersion.values()).map(OcpiVersion::value).toList();
    }

    static ObjectNode object(ObjectNode schema, List<String> required) {
        if (!schema.has("type")) {
            schema.put("type", "object");
        }
        if (!required.isEmpty()) {
            schema.set("required", strings(required));
        }
        schema.put("additionalProperties", false);
        return schema.putObject("properties");
    }

    /** Adds a property; in draft 7 a reference must stand alone, so its description is wrapped around it. */
    static void property(ObjectNode properties, String name, String description, ObjectNode schema) {
        ObjectNode described = JSON.objectNode().put("description", description);
        if (schema.has("$ref")) {
            described.putArray("allOf").add(schema);
        } else {
            described.setAll(schema);
        }
        properties.set(name, described);
    }

    static ObjectNode type(String type) {
        return JSON.objectNode().put("type", type);
    }

    static ObjectNode list(ObjectNode items) {
        ObjectNode list = type("array");
        list.set("items", items);
        return list;
    }

    static ObjectNode ref(String definition) {
        return JSON.objectNode().put("$ref", "#/definitions/" + definition);
    }

    static ArrayNode strings(Collection<String> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
