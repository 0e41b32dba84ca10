package dev.roamlab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs one of our programs. It is told one line at a time, and answers each with one line. */
final class Child implements AutoCloseable {
    private final Process process;
    private final Writer toChild;
    private final BufferedReader fromChild;

    private Child(Process process) {
        this.process = process;
        this.toChild = process.outputWriter(StandardCharsets.UTF_8);
        this.fromChild = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What the program in the child does with a line. */
    interface Desk {
        String answer(String question) throws Exception;
    }

    /** Starts a program with the class path of this one. */
    static Child start(List<String> jvmOptions, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(Arrays.asList(arguments));
        try {
            return new Child(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start a JVM", failure);
        }
    }

    /** In the child: answers lines until there are no more, then ends the process. */
    static void serve(Desk desk) throws Exception {
        var input = new BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(desk.answer(line));
            System.out.flush();
        }
        System.exit(0);
    }

    /** Of the process. */
    long pid() {
        return process.pid();
    }

    /** Tells the child a line and waits for its answer. */
    String ask(String question) {
        tell(question);
        return answer(question);
    }

    /** Tells the child a line; its answer is for {@link #answer}. */
    void tell(String question) {
        try {
            toChild.write(question + "\n");
            toChild.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("the child broke at: " + question, failure);
        }
    }

    /** Waits for the answer to what the child was told. */
    String answer(String question) {
        try {
            String answer = fromChild.readLine();
            if (answer == null) {
                throw new IllegalStateException("the child ended at: " + question);
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException("the child broke at: " + question, failure);
        }
    }

    /** As {@link #ask}, for an answer of numbers with blanks between. */
    long[] numbers(String question) {
        return Arrays.stream(ask(question).split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    @Override
    public void close() {
        try {
            toChild.close();
        } catch (IOException gone) {
            // it has ended already
        }
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
