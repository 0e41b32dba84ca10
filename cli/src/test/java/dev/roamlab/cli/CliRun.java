package dev.roamlab.cli;

import dev.roamlab.cli.terminal.Environment;
import dev.roamlab.cli.terminal.Environment.Streams;
import dev.roamlab.cli.terminal.Environment.Terminals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What a command line did, run in this process. */
public record CliRun(int exit, String out, String err) {
    private static final Map<String, String> UTF8 = Map.of("LANG", "C.UTF-8");

    /** Runs a command line without input in an ordinary environment. */
    public static CliRun of(String... arguments) {
        return with(UTF8, "", arguments);
    }

    /** Runs a command line with variables and standard input. */
    public static CliRun with(Map<String, String> variables, String input, String... arguments) {
        return in(variables, input, environment -> Roamlab.run(environment, arguments));
    }

    /** Runs anything that takes an environment. */
    public static CliRun in(Map<String, String> variables, String input, ToIntFunction<Environment> program) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Function<ByteArrayOutputStream, PrintStream> utf8 =
                bytes -> new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var streams = new Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), utf8.apply(out), utf8.apply(err));
        int exit = program.applyAsInt(new Environment(variables, streams, Terminals.NONE));
        return new CliRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
