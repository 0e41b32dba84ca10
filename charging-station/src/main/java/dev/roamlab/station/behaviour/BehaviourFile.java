package dev.roamlab.station.behaviour;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.roamlab.station.behaviour.BehaviourPlan.Arrival;
import dev.roamlab.station.behaviour.BehaviourPlan.CarNeed;
import dev.roamlab.station.behaviour.BehaviourPlan.Card;
import dev.roamlab.station.behaviour.BehaviourPlan.Stay;
import dev.roamlab.station.behaviour.BehaviourPlan.Visits;
import dev.roamlab.station.behaviour.InvalidBehaviour.Problem;
import dev.roamlab.station.physics.CarModel;
import dev.roamlab.station.physics.Cars;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a behaviour from YAML, strictly: an unknown name or a wrong value is an error, with its line. */
public final class BehaviourFile {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final int MOST_VISITS = 1_000_000;

    private final List<Problem> problems = new ArrayList<>();

    private BehaviourFile() {}

    /**
     * Reads a file's text.
     *
     * @param source what to call it in messages, such as the file's name
     * @throws InvalidBehaviour with everything that is wrong
     */
    public static BehaviourPlan parse(String yaml, String source) {
        BehaviourFile file = new BehaviourFile();
        Optional<BehaviourPlan> plan = file.read(yaml);
        if (!file.problems.isEmpty() || plan.isEmpty()) {
            throw new InvalidBehaviour(source, file.problems);
        }
        return plan.get();
    }

    private Optional<BehaviourPlan> read(String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            return Optional.of(plan(new Fields(tree, "", lines(yaml), problems)));
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            String reason =
                    broken.getOriginalMessage().lines().findFirst().orElse("").strip();
            problems.add(new Problem(line, "", "no YAML: " + reason));
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
        return Optional.empty();
    }

    private static Map<String, Integer> lines(String yaml) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(yaml)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    private BehaviourPlan plan(Fields fields) {
        String id = fields.text("id");
        if (!ID.matcher(id).matches()) {
            fields.complain("/id", "'" + id + "', must be lower case letters, digits and '-'");
        }
        String title = fields.text("title");
        Optional<Visits> visits =
                fields.has("visits") ? Optional.of(visits(fields.within("visits"))) : Optional.empty();
        fields.end();
        return new BehaviourPlan(id, title, visits);
    }

    private Visits visits(Fields fields) {
        Visits visits = new Visits(
                fields.whole("perConnector", 1, MOST_VISITS),
                fields.span("lasts").map(BehaviourFile::fixed),
                fields.zone("timeZone", "UTC"),
                arrival(fields.within("arrival")),
                stay(fields.within("stay")),
                car(fields.within("car")),
                card(fields.within("card")));
        fields.end();
        return visits;
    }

    private static Duration fixed(Span span) {
        return span.to();
    }

    private Arrival arrival(Fields fields) {
        Span pause = fields.span("pause", "~25m");
        Arrival arrival = new Arrival(fields.span("first", pause.toString()), pause, fields.timeOfDay("between"));
        fields.end();
        return arrival;
    }

    private Stay stay(Fields fields) {
        Stay stay = new Stay(
                fields.span("dwell", "~70m"),
                fields.timeOfDay("until"),
                fields.flag("leavesWhenFull", true),
                fields.percent("pulledOut", 0));
        fields.end();
        return stay;
    }

    private CarNeed car(Fields fields) {
        Set<String> models = Cars.all().stream().map(CarModel::id).collect(Collectors.toSet());
        CarNeed need = new CarNeed(
                fields.percent("socFrom", 8),
                fields.percent("socTo", 67),
                fields.percent("target", 100),
                fields.texts("models", models));
        if (need.socTo() < need.socFrom()) {
            fields.complain(fields.at("socTo"), need.socTo() + ", must be at least socFrom, " + need.socFrom());
        }
        fields.end();
        return need;
    }

    private Card card(Fields fields) {
        Card card = new Card(fields.percent("first", 33), fields.span("gap", "12s"), fields.percent("unknown", 0));
        fields.end();
        return card;
    }
}
