package dev.roamlab.cli.chargers;

import dev.roamlab.cli.options.Folder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is shown and written of what happens. */
final class ShowOptions {
    private static final int FEW = 3;

    @Option(
            names = "--frames",
            negatable = true,
            description = "Show every message in a line (default: with up to 3 chargers).")
    private Optional<Boolean> frames = Optional.empty();

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Record every message in a file; see 'chargers replay'.")
    private Optional<Path> trace = Optional.empty();

    @Option(
            names = "--report",
            paramLabel = "DIR",
            converter = Folder.Converter.class,
            description = "Write the figures of the end to DIR/figures.json.")
    private Optional<Folder> report = Optional.empty();

    boolean frames(int chargers) {
        return frames.orElse(chargers <= FEW);
    }

    Optional<Path> trace() {
        return trace;
    }

    Optional<Folder> report() {
        return report;
    }
}
