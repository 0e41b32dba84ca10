package dev.roamlab.cli.shell;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Environment;
import dev.roamlab.cli.terminal.Look;
import dev.roamlab.cli.terminal.Prompt;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** What a command works with. Global options count from the moment its {@code call} begins. */
public final class CommandContext {
    private final Environment environment;
    private final GlobalOptions options;

    /** The context of one run. */
    public CommandContext(Environment environment, GlobalOptions options) {
        this.environment = environment;
        this.options = options;
    }

    /** The process around the command. */
    public Environment environment() {
        return environment;
    }

    /** Where results go. */
    public Console out() {
        return new Console(
                environment.streams().out(),
                Look.of(environment, environment.terminals().out(), options.noColour));
    }

    /** Where complaints and progress go. */
    public Console err() {
        return new Console(
                environment.streams().err(),
                Look.of(environment, environment.terminals().err(), options.noColour));
    }

    /** Standard input, for commands that read data from it. */
    public InputStream in() {
        return environment.streams().in();
    }

    /** Asks questions on standard output; close it when done. */
    public Prompt prompt() {
        return Prompt.of(environment, out());
    }

    /** Whether the user wants to see more. */
    public boolean verbose() {
        return options.verbose;
    }

    /** Keeps warnings off the terminal, unless the user wants to see more: nodes that are tested complain of their tester. */
    public void errorsOnly() {
        if (!options.verbose) {
            Logging.errorsOnly();
        }
    }

    /** The file that details go to, if the user named one. */
    public Optional<Path> logFile() {
        return options.logFile;
    }

    void withoutColour() {
        options.noColour = true;
    }
}
