package dev.roamlab.cli.shell;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {
    private static final int LAST = 1000;

    @Option(
            names = "--no-color",
            order = LAST,
            scope = ScopeType.INHERIT,
            description = "No colours. There are none either when output is no terminal or NO_COLOR is set.")
    boolean noColour;

    @Option(
            names = {"-v", "--verbose"},
            order = LAST + 1,
            scope = ScopeType.INHERIT,
            description = "Say more: whole messages where a command narrates, log lines elsewhere.")
    boolean verbose;

    @Option(
            names = "--log-file",
            paramLabel = "FILE",
            order = LAST + 2,
            scope = ScopeType.INHERIT,
            description = "Write a detailed log to this file.")
    Optional<Path> logFile = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            order = LAST + 3,
            scope = ScopeType.INHERIT,
            description = "Take options that are not given from this file (.properties or .yaml): "
                    + "'speed: 10' for every command, 'demo: {speed: max}' for one.")
    Optional<Path> config = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            order = LAST + 4,
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;
}
