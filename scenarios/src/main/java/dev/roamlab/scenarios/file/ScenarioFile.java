package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.scenarios.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Scenario files, read and checked. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /**
     * Everything that is wrong with a scenario file, in the order of its lines; empty when it is fit to play.
     *
     * @throws IOException when the file cannot be read
     */
    public static List<Problem> check(Path file) throws IOException {
        try {
            read(file);
            return List.of();
        } catch (InvalidScenario invalid) {
            return invalid.problems();
        }
    }

    /**
     * Reads a scenario file.
     *
     * @throws InvalidScenario naming every problem by line
     * @throws IOException when the file cannot be read
     */
    public static Scenario read(Path file) throws IOException, InvalidScenario {

        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        return read(name, String.valueOf(file.getFileName()), text(file), world -> {
            Path beside = file.toAbsolutePath().resolveSibling(world);
            return Files.isRegularFile(beside)
                    ? Optional.of(YamlSource.read(world, text(beside)))
                    : Shipped.world(world);
        });
    }

    static Scenario read(String name, String file, String text, Worlds worlds) throws IOException, InvalidScenario {
        YamlSource source = YamlSource.read(file, text);
        List<Problem> problems = new ArrayList<>(source.problems());
        if (problems.isEmpty()) {
            problems.addAll(SchemaCheck.scenario(source));
        }
        refuseIfAny(problems);
        World world = world(source, worlds, problems);
        problems.addAll(ContentCheck.of(source, world));
        refuseIfAny(problems);
        return ScenarioReader.read(name, source.root(), world);
    }

    private static World world(YamlSource source, Worlds worlds, List<Problem> problems)
            throws IOException, InvalidScenario {
        JsonNode node = source.root().path("world");
        if (node.isObject()) {
            problems.addAll(WorldCheck.of(source, "/world"));
            refuseIfAny(problems);
            return WorldReader.read("world", node);
        }
        String name = node.asText();
        Optional<YamlSource> found = worlds.find(name);
        if (found.isEmpty()) {
            problems.add(source.problem(
                    "/world",
                    "must be a world file beside the scenario, or a shipped world: "
                            + String.join(", ", Shipped.worlds()),
                    Spelling.meant(name, Shipped.worlds())));
            throw new InvalidScenario(problems);
        }
        problems.addAll(worldProblems(found.get()));
        refuseIfAny(problems);
        return WorldReader.read(name, found.get().root());
    }

    private static List<Problem> worldProblems(YamlSource source) {
        List<Problem> problems = new ArrayList<>(source.problems());
        if (problems.isEmpty()) {
            problems.addAll(SchemaCheck.world(source));
        }
        if (problems.isEmpty()) {
            problems.addAll(WorldCheck.of(source, ""));
        }
        return problems;
    }

    private static void refuseIfAny(List<Problem> problems) throws InvalidScenario {
        if (!problems.isEmpty()) {
            throw new InvalidScenario(problems.stream()
                    .sorted(Comparator.comparing(Problem::line).thenComparing(Problem::column))
                    .distinct()
                    .toList());
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** Finds worlds by name. */
    interface Worlds {
        Optional<YamlSource> find(String name) throws IOException;
    }
}
