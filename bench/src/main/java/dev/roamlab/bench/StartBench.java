package dev.roamlab.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long a learner waits: {@code StartBench [RUNS]}, from the project's folder, built.
 *
 * <p>Starts {@code ./roamlab demo} as a user does, launch script included, and looks at what comes out: the story's first
 * words, the first call between two systems that is told, and the end.
 */
public final class StartBench {
    private static final String CALL = "━━▶";

    private StartBench() {}

    /** Runs the whole program. */
    public static void main(String[] args) throws Exception {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        if (!Files.isExecutable(Path.of("roamlab"))) {
            System.err.println("StartBench: there is no ./roamlab here; start it from the project's folder");
            System.exit(2);
        }
        Table table = new Table("command", "what", "min", "median", "max");
        List<String> one = List.of("./roamlab", "demo", "--version", "2.2.1");
        List<String> both = List.of("./roamlab", "demo");
        for (List<String> command : List.of(one, both)) {
            List<Run> all = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                all.add(run(command));
            }
            String name = "`" + String.join(" ", command) + "`";
            row(table, name, "first words", all.stream().map(Run::words).toList());
            row(table, name, "first call told", all.stream().map(Run::call).toList());
            row(table, name, "end", all.stream().map(Run::end).toList());
        }
        table.print();
    }

    /** Seconds until something happened. */
    private record Run(double words, double call, double end) {}

    private static Run run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder demo = new ProcessBuilder(command).redirectError(new File("/dev/null"));
        demo.environment().put("ROAMLAB_BUILD", "never");
        long start = System.nanoTime();
        Process process = demo.start();
        double words = 0;
        double call = 0;
        try (BufferedReader output = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                words = words == 0 && line.codePoints().anyMatch(Character::isLetter) ? since(start) : words;
                call = call == 0 && line.contains(CALL) ? since(start) : call;
            }
        }
        int exit = process.waitFor();
        if (exit != 0 || call == 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + ": exit code " + exit + (call == 0 ? ", no call was told" : ""));
        }
        return new Run(words, call, since(start));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void row(Table table, String command, String what, List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        table.row(
                command,
                what,
                text(sorted.get(0)),
                text(sorted.get(sorted.size() / 2)),
                text(sorted.get(sorted.size() - 1)));
    }

    private static String text(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
