package dev.roamlab.scenarios.file;

import static dev.roamlab.scenarios.file.WorldReader.each;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.stage.ObjectKind;
import dev.roamlab.scenarios.stage.Who;
import dev.roamlab.scenarios.world.Durations;
import dev.roamlab.scenarios.world.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a scenario from a tree that fits the JSON Schema. */
final class ScenarioReader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ScenarioReader() {}

    static Scenario read(String name, JsonNode json, World world) {
        return ScenarioBuilder.builder()
                .name(name)
                .title(text(json.path("title")))
                .story(text(json.path("story")))
                .seed(json.path("seed").asLong())
                .world(world)
                .goals(each(json.path("learn"), ScenarioReader::text))
                .versions(versions(json))
                .setup(each(json.path("setup"), ScenarioReader::step))
                .steps(each(json.path("steps"), ScenarioReader::step))
                .build();
    }

    private static Step step(JsonNode json) {
        return StepBuilder.builder()
                .verb(json.path("do").asText())
                .arguments(
                        json.path("with").isObject()
                                ? (ObjectNode) json.path("with")
                                : JsonNodeFactory.instance.objectNode())
                .sentence(text(json.path("say")))
                .why(maybe(json, "why", ScenarioReader::text))
                .spec(maybe(json, "spec", ScenarioReader::text))
                .pitfall(maybe(json, "pitfall", ScenarioReader::text))
                .predictions(each(json.path("predict"), ScenarioReader::prediction))
                .unless(maybe(json, "unless", ScenarioReader::claim))
                .until(maybe(json, "until", ScenarioReader::until))
                .claims(each(json.path("expect"), ScenarioReader::claim))
                .refusal(maybe(json, "refused", ScenarioReader::text))
                .versions(versions(json))
                .needs(WorldReader.features(json.path("needs")))
                .build();
    }

    private static Prediction prediction(JsonNode json) {
        List<String> choices = each(json.path("choices"), JsonNode::asText);
        return new Prediction(
                text(json.path("ask")),
                choices.stream().map(Text::of).toList(),
                choices.indexOf(json.path("answer").asText()),
                text(json.path("because")),
                WorldReader.features(json.path("needs")));
    }

    private static Wait until(JsonNode json) {
        Duration within =
                maybe(json, "within", node -> Durations.parse(node.asText())).orElse(PATIENCE);
        return new Wait(each(json.path("see"), ScenarioReader::claim), within);
    }

    private static Claim claim(JsonNode json) {
        return new Claim(
                text(json.path("that")), look(json), comparison(json), WorldReader.features(json.path("needs")));
    }

    private static Claim.Comparison comparison(JsonNode json) {
        Claim.Operator operator = Arrays.stream(Claim.Operator.values())
                .filter(candidate -> json.has(candidate.spelling()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the schema demands an operator"));
        JsonNode value = json.path(operator.spelling());
        return operator == Claim.Operator.SAME_AS
                ? new Claim.Comparison(operator, Optional.empty(), Optional.of(look(value)))
                : new Claim.Comparison(operator, Optional.of(value), Optional.empty());
    }

    private static Look look(JsonNode json) {
        Map<String, JsonNode> where = new LinkedHashMap<>();
        json.path("where").properties().forEach(condition -> where.put(condition.getKey(), condition.getValue()));
        return new Look(
                Who.valueOf(upper(json.path("at"))),
                ObjectKind.valueOf(upper(json.path("object"))),
                where,
                json.has("which") ? Look.Pick.valueOf(upper(json.path("which"))) : Look.Pick.LAST,
                json.path("field").asText(""));
    }

    private static String upper(JsonNode json) {
        return json.asText().toUpperCase(Locale.ROOT);
    }

    private static List<OcpiVersion> versions(JsonNode json) {
        return json.has("versions")
                ? each(
                        json.path("versions"),
                        version -> OcpiVersion.of(version.asText())
                                .orElseThrow(() -> new IllegalStateException("the schema lists the versions")))
                : List.of(OcpiVersion.values());
    }

    private static Text text(JsonNode json) {
        if (!json.isObject()) {
            return Text.of(json.asText().strip());
        }
        Map<OcpiVersion, String> wordings = new EnumMap<>(OcpiVersion.class);
        for (OcpiVersion version : OcpiVersion.values()) {
            wordings.put(version, json.path("in").path(version.value()).asText().strip());
        }
        return new Text(wordings);
    }

    private static <T> Optional<T> maybe(JsonNode json, String field, Function<JsonNode, T> reader) {
        return json.has(field) ? Optional.of(reader.apply(json.path(field))) : Optional.empty();
    }
}
