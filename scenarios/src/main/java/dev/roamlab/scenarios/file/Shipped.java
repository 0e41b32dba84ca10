package dev.roamlab.scenarios.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The scenarios and worlds that come with the lab. */
public final class Shipped {
    private static final List<String> SCENARIOS = List.of(
            "credential-exchange", "location-discovery", "token-authorisation", "charging-session", "cdr-and-price");
    private static final List<String> WORLDS = List.of("zonnekaai");

    private Shipped() {}

    /** Names of the scenarios, in the order in which they make one story. */
    public static List<String> scenarios() {
        return SCENARIOS;
    }

    /** Names of the worlds. */
    public static List<String> worlds() {
        return WORLDS;
    }

    /** One of the scenarios; empty when there is none of this name. */
    public static Optional<Scenario> scenario(String name) {
        return text(name).map(text -> {
            try {
                return ScenarioFile.read(name, name + ".yaml", text, Shipped::world);
            } catch (IOException | InvalidScenario broken) {
                throw new IllegalStateException(
                        "the shipped scenario " + name + " is broken:\n" + broken.getMessage(), broken);
            }
        });
    }

    /** The file of one of the scenarios, as it was written; empty when there is none of this name. */
    public static Optional<String> text(String name) {
        return SCENARIOS.contains(name) ? resource("/scenarios/" + name + ".yaml") : Optional.empty();
    }

    /** What was probably meant by a name that is not there. */
    public static Optional<String> meant(String name) {
        return Spelling.meant(name.replace('_', '-'), SCENARIOS);
    }

    /** The published JSON Schema of scenario files. */
    public static String schema() {
        return SchemaCheck.document().toPrettyString();
    }

    static Optional<YamlSource> world(String name) {
        return WORLDS.contains(name)
                ? resource("/worlds/" + name + ".yaml").map(text -> YamlSource.read(name + ".yaml", text))
                : Optional.empty();
    }

    private static Optional<String> resource(String path) {
        try (InputStream found = Shipped.class.getResourceAsStream(path)) {
            return found == null
                    ? Optional.empty()
                    : Optional.of(new String(found.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
