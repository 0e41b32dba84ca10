package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.scenarios.stage.ObjectKind;
import dev.roamlab.scenarios.stage.Who;
import dev.roamlab.scenarios.vocabulary.Parameter;
import dev.roamlab.scenarios.vocabulary.Verb;
import dev.roamlab.scenarios.vocabulary.Vocabulary;
import dev.roamlab.scenarios.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Checks of a scenario that no JSON Schema can make: whether what it names is there. */
final class ContentCheck {
    private static final List<String> PLATFORM_WORDS =
            List.of("version", "emsp", "cpo", "emsp.party", "cpo.party", "cpo.country_code", "cpo.party_id");

    private final YamlSource source;
    private final World world;
    private final List<Problem> problems = new ArrayList<>();

    private ContentCheck(YamlSource source, World world) {
        this.source = source;
        this.world = world;
    }

    /** The problems of a scenario that fits the schema, in this world. */
    static List<Problem> of(YamlSource source, World world) {
        ContentCheck check = new ContentCheck(source, world);
        JsonNode root = source.root();
        check.placeholders(root, "");
        for (String list : List.of("setup", "steps")) {
            for (int i = 0; i < root.path(list).size(); i++) {
                check.step(root.path(list).path(i), "/" + list + "/" + i);
            }
        }
        return check.problems;
    }

    private void step(JsonNode step, String pointer) {
        Vocabulary.verb(step.path("do").asText())
                .ifPresent(verb -> arguments(verb, step.path("with"), pointer + "/with"));
        for (int i = 0; i < step.path("predict").size(); i++) {
            prediction(step.path("predict").path(i), pointer + "/predict/" + i);
        }
        claims(step.path("expect"), pointer + "/expect");
        claims(step.path("until").path("see"), pointer + "/until/see");
        if (step.has("unless")) {
            look(step.path("unless"), pointer + "/unless");
        }
    }

    private void arguments(Verb verb, JsonNode with, String pointer) {
        for (Parameter<?> parameter : verb.parameters()) {
            if (with.has(parameter.name())) {
                reference(parameter, with.path(parameter.name()).asText(), pointer + "/" + parameter.name());
            }
        }
    }

    private void reference(Parameter<?> parameter, String value, String pointer) {
        Optional<Collection<String>> known = known(parameter.kind());
        String meant = Text.fill(value, dev.roamlab.ocpi.types.OcpiVersion.V2_3_0, world);
        if (known.isPresent() && !meant.contains("{") && !known.get().contains(meant)) {
            String what = parameter.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            problems.add(source.problem(
                    pointer,
                    "must be a " + what + " of the world, there are " + String.join(", ", known.get()),
                    Spelling.meant(meant, known.get())));
        }
    }

    private Optional<Collection<String>> known(Parameter.Kind kind) {
        return switch (kind) {
            case CAR ->
                Optional.of(world.cars().stream().map(World.ParkedCar::id).toList());
            case CHARGER ->
                Optional.of(world.chargers().stream().map(World.Charger::id).toList());
            case DRIVER ->
                Optional.of(world.drivers().stream().map(World.Driver::id).toList());
            case TOKEN -> Optional.of(tokens());
            case LOCATION -> Optional.of(ids(world.locations(), "id"));
            case TARIFF -> Optional.of(ids(world.tariffs(), "id"));
            case EVSE -> Optional.of(evses());
            case TEXT, NUMBER, INTEGER, FLAG, DURATION, CHOICE, OBJECT -> Optional.empty();
        };
    }

    /** Tokens from the start, and those that the scenario issues. */
    private List<String> tokens() {
        List<String> uids = new ArrayList<>();
        world.drivers().forEach(driver -> driver.tokens().forEach(token -> uids.add(token.uid())));
        for (JsonNode step : source.root().path("steps")) {
            if (step.path("do").asText().equals("issue_token")) {
                uids.add(step.path("with").path("uid").asText());
            }
        }
        return uids;
    }

    private List<String> evses() {
        List<String> uids = new ArrayList<>();
        world.locations().forEach(location -> uids.addAll(ids(location.path("evses"), "uid")));
        return uids;
    }

    private static List<String> ids(Iterable<JsonNode> objects, String field) {
        List<String> ids = new ArrayList<>();
        objects.forEach(object -> ids.add(object.path(field).asText()));
        return ids;
    }

    private void prediction(JsonNode prediction, String pointer) {
        List<String> choices = WorldReader.each(prediction.path("choices"), JsonNode::asText);
        String answer = prediction.path("answer").asText();
        if (!choices.contains(answer)) {
            problems.add(source.problem(
                    pointer + "/answer", "must be one of the choices, word for word", Spelling.meant(answer, choices)));
        }
    }

    private void claims(JsonNode claims, String pointer) {
        for (int i = 0; i < claims.size(); i++) {
            look(claims.path(i), pointer + "/" + i);
            if (claims.path(i).has("same_as")) {
                look(claims.path(i).path("same_as"), pointer + "/" + i + "/same_as");
            }
        }
    }

    private void look(JsonNode look, String pointer) {
        Who at = Who.valueOf(look.path("at").asText().toUpperCase(Locale.ROOT));
        ObjectKind kind = ObjectKind.valueOf(look.path("object").asText().toUpperCase(Locale.ROOT));
        if (!kind.seenAt().contains(at)) {
            List<String> seenAt = kind.seenAt().stream().map(Who::spelling).toList();
            problems.add(source.problem(
                    pointer + "/object", "can be seen at " + String.join(" and ", seenAt) + " only", Optional.empty()));
        }
    }

    private void placeholders(JsonNode node, String pointer) {
        if (node.isTextual()) {
            for (String unknown : Text.unknown(node.textValue(), world)) {
                problems.add(source.missing(
                        pointer,
                        "{" + unknown + "} stands for nothing in this world",
                        Spelling.meant(unknown, words())));
            }
        }
        node.properties()
                .forEach(entry -> placeholders(entry.getValue(), pointer + "/" + YamlSource.escape(entry.getKey())));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            placeholders(node.get(i), pointer + "/" + i);
        }
    }

    private Collection<String> words() {
        TreeSet<String> words = new TreeSet<>(PLATFORM_WORDS);
        world.cast().forEach((key, member) -> {
            words.add(key);
            member.facts().keySet().forEach(fact -> words.add(key + "." + fact));
        });
        return words;
    }
}
