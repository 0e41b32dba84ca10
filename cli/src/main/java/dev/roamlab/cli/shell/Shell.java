package dev.roamlab.cli.shell;

import dev.roamlab.cli.terminal.Look;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a tree of commands: defaults, logging, help in our manner, and an exit code whatever happens. */
public final class Shell {
    private final CommandContext context;
    private final CommandLine root;

    /** A shell around commands that share a context. */
    public Shell(CommandContext context, CommandLine root) {
        this.context = context;
        this.root = root;
    }

    /** Runs what the arguments ask for and gives the exit code; see {@link ExitCodes}. Never throws. */
    public int run(String... arguments) {
        List<String> given = List.of(arguments);
        Complaints complaints = new Complaints(context, given);
        try {
            EarlyOptions early = EarlyOptions.of(context.environment(), given);
            if (early.noColour()) {
                context.withoutColour();
            }
            Optional<ConfigFile> file = early.config().map(path -> ConfigFile.read(path, Defaults.keys(root)));
            configure(complaints, new Defaults(context.environment(), file));
            return root.execute(arguments);
        } catch (Throwable failure) {
            // Errors too, such as a full heap: the promise of one sentence and an exit code has no exceptions.
            return complaints.about(failure);
        } finally {
            context.environment().streams().out().flush();
            context.environment().streams().err().flush();
        }
    }

    private void configure(Complaints complaints, Defaults defaults) {
        Look look = context.out().look();
        root.setOut(utf8(context.environment().streams().out()))
                .setErr(utf8(context.environment().streams().err()))
                .setDefaultValueProvider(defaults)
                .setParameterExceptionHandler(new UsageErrors(complaints, defaults))
                .setExecutionExceptionHandler(complaints)
                .setExecutionStrategy(parsed -> execute(parsed, complaints))
                .registerConverter(Boolean.class, new SwitchConverter())
                .registerConverter(Boolean.TYPE, new SwitchConverter())
                .setUsageHelpWidth(look.width())
                .setColorScheme(Help.defaultColorScheme(look.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private int execute(ParseResult parsed, Complaints complaints) {
        try {
            setUpLogging(parsed);
        } catch (RuntimeException failure) {
            // Out here picocli would print the stack trace.
            return complaints.about(failure);
        }
        return new RunLast().execute(parsed);
    }

    private void setUpLogging(ParseResult parsed) {
        if (context.verbose() && !narrates(parsed)) {
            Logging.verbose();
        }
        context.logFile().ifPresent(Logging::toFile);
    }

    private static boolean narrates(ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        return commands.get(commands.size() - 1).getCommandSpec().userObject() instanceof Narrates;
    }
}
