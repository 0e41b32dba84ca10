package dev.roamlab.cli.stories;

import dev.roamlab.cli.options.Folder;
import dev.roamlab.cli.options.Seed;
import dev.roamlab.cli.options.Speed;
import dev.roamlab.cli.options.Versions;
import dev.roamlab.ocpi.types.OcpiVersion;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a story is told. */
final class StoryOptions {
    @Option(
            names = "--version",
            paramLabel = "V",
            converter = Versions.Converter.class,
            defaultValue = "both",
            description = "OCPI version: 2.2.1, 2.3.0 or both, one after the other (default: ${DEFAULT-VALUE}).")
    Versions versions = new Versions(List.of(OcpiVersion.values()));

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            converter = Speed.Converter.class,
            defaultValue = "max",
            description = "How many times faster than real time the story plays (default: ${DEFAULT-VALUE}).")
    Speed speed = Speed.MAX;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Seed.Converter.class,
            description = "Same seed, same story to the letter (default: the scenario's own).")
    Optional<Seed> seed = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            converter = Folder.Converter.class,
            description = "Write report.html, results.json, junit.xml and more to a folder.")
    Optional<Folder> report = Optional.empty();

    @Option(
            names = "--guided",
            description = "Pause before each step, and ask what will happen. Works from a pipe, too.")
    boolean guided;
}
