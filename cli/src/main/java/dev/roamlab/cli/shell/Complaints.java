package dev.roamlab.cli.shell;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Prompt;
import dev.roamlab.cli.terminal.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong and how to go on. A user never sees a stack trace. */
final class Complaints implements IExecutionExceptionHandler {
    /** What a shell reports of a program ended by Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private static final String INDENT = " ".repeat("roamlab: ".length());

    private final CommandContext context;
    private final List<String> arguments;

    Complaints(CommandContext context, List<String> arguments) {
        this.context = context;
        this.arguments = arguments;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return about(failure);
    }

    /** Reports any failure and gives the exit code. */
    int about(Throwable failure) {
        if (failure instanceof Prompt.Interrupted) {
            context.err().line("Stopped.");
            return INTERRUPTED;
        }
        Optional<UserError> known = KnownFaults.of(failure);
        return known.isPresent()
                ? say(known.get().getMessage(), known.get().hint().orElse(""))
                : ourFault(failure);
    }

    /** Prints a complaint and its way out. */
    int say(String message, String hint) {
        Console err = context.err();
        put(err, err.paint(Style.RED, "roamlab:") + " ", message);
        if (!hint.isEmpty()) {
            put(err, INDENT, hint);
        }
        return ExitCodes.COULD_NOT_RUN;
    }

    /** Breaks lines for a person only: who searches a log for a sentence wants to find it whole. */
    private void put(Console err, String lead, String text) {
        if (context.environment().terminals().err()) {
            err.hanging(lead, text);
        } else {
            err.line(lead + text.replace("\n", "\n" + INDENT));
        }
    }

    private int ourFault(Throwable fault) {
        Optional<Path> report = CrashReport.write(fault, arguments, context.logFile());
        String what = fault.getClass().getSimpleName();
        return say(
                "This is our fault, not yours (" + what + ").",
                report.map(file -> "Details are in " + file + "; please report them.")
                        .orElse("The details could not be written to a file; name one with --log-file FILE."));
    }
}
