package dev.roamlab.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Everything a command takes from the process it runs in, so that a test can hand it something else. */
public record Environment(Map<String, String> variables, Streams streams, Terminals terminals) {

    /** Where input comes from and output goes to; text is UTF-8. */
    public record Streams(InputStream in, PrintStream out, PrintStream err) {}

    /** Which of the streams have a person at the other end. */
    public record Terminals(boolean in, boolean out, boolean err) {
        /** Pipes and files only. */
        public static final Terminals NONE = new Terminals(false, false, false);

        /** Whether somebody can read a question and type an answer. */
        public boolean interactive() {
            return in && out;
        }
    }

    /** Set by the start script, which can tell for each stream; the JDK can only tell for all at once. */
    private static final String TERMINALS = "ROAMLAB_TERMINALS";

    private static final int BUFFER = 8192;

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The environment of this process. */
    public static Environment ofProcess() {
        var streams =
                new Streams(new FileInputStream(FileDescriptor.in), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        return new Environment(System.getenv(), streams, terminalsOfProcess());
    }

    /** A variable that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        // Whatever the locale: names of places and drivers must survive a pipe in the POSIX locale, too.
        var buffered = new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
        return new PrintStream(buffered, true, StandardCharsets.UTF_8);
    }

    private static Terminals terminalsOfProcess() {
        String told = System.getenv(TERMINALS);
        if (told != null) {
            return new Terminals(told.contains("0"), told.contains("1"), told.contains("2"));
        }
        boolean all = consoleIsTerminal();
        return new Terminals(all, all, all);
    }

    /** From JDK 22 a console exists without a terminal, too, and has a method to tell. */
    @SuppressWarnings("SystemConsoleNull") // before JDK 22 it is null without a terminal
    private static boolean consoleIsTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = java.io.Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException olderJdk) {
            return true;
        } catch (ReflectiveOperationException unusable) {
            return false;
        }
    }
}
