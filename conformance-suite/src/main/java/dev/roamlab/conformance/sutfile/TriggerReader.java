package dev.roamlab.conformance.sutfile;

import dev.roamlab.conformance.subject.Sut.TriggerSettings;
import dev.roamlab.conformance.subject.Sut.TriggerSettings.Way;
import dev.roamlab.conformance.trigger.TriggerKind;
import dev.roamlab.conformance.yaml.Fields;
import dev.roamlab.conformance.yaml.Meant;
import dev.roamlab.conformance.yaml.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the part of a SUT file that says how each trigger is pulled. */
final class TriggerReader {
    static final Set<String> WAY = SutFile.keys("webhook", "command", "prompt", "timeout", "available");
    /** A machine that takes longer than this is not going to do it. */
    private static final Duration MACHINE = Duration.ofSeconds(30);
    /** Time to walk to a charger. */
    private static final Duration PERSON = Duration.ofMinutes(3);

    private final Problems problems;

    TriggerReader(Problems problems) {
        this.problems = problems;
    }

    TriggerSettings read(Fields fields) {
        Map<String, Way> byName = new LinkedHashMap<>();
        List<String> names = Stream.concat(
                        Stream.of(TriggerKind.DEFAULT),
                        TriggerKind.all().stream().map(TriggerKind::name))
                .toList();
        for (String name : fields.keys()) {
            if (!names.contains(name)) {
                fields.refuse(
                        name,
                        "there is no such trigger" + Meant.by(name, names)
                                + " ('roamlab conformance triggers' lists them)");
            }
            byName.put(name, way(name, fields));
        }
        return new TriggerSettings(byName);
    }

    private Way way(String name, Fields fields) {
        Fields way = fields.below(name, WAY);
        Optional<URI> webhook = way.value("webhook", Words::url);
        Optional<String> command = way.text("command");
        Optional<String> prompt = way.text("prompt").filter(text -> !text.equals("false"));
        boolean available = way.value("available", Words::yesNo).orElse(true);
        long ways = Stream.of("webhook", "command", "prompt").filter(way::has).count();
        if (ways > 1 || ways == 0 && available || ways == 1 && !available) {
            fields.refuse(
                    name,
                    "has " + ways
                            + " ways, must have exactly one of webhook, command and prompt, or 'available: false'");
        }
        return new Way(
                webhook,
                command,
                prompt,
                way.value("timeout", Words::duration).orElse(prompt.isPresent() ? PERSON : MACHINE));
    }
}
