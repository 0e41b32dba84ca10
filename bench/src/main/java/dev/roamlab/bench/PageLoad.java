package dev.roamlab.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches one URL over and over from another process: with {@code wrk} where it is installed, else with our own client. */
interface PageLoad extends AutoCloseable {
    int CONNECTIONS = 32;

    /** Requests per second over some seconds; fails when any answer is not HTTP 200. */
    double run(String url, String authorization, int seconds);

    /** How it is called in a report. */
    String name();

    @Override
    void close();

    /** The best that this machine has. */
    static PageLoad best() {
        return installed("wrk") ? new Wrk() : new Own();
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** The load program of that name. */
    final class Wrk implements PageLoad {
        private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

        @Override
        public double run(String url, String authorization, int seconds) {
            List<String> command = List.of(
                    "wrk",
                    "-t1",
                    "-c" + CONNECTIONS,
                    "-d" + seconds + "s",
                    "-H",
                    "Authorization: " + authorization,
                    url);
            try {
                Process wrk =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                Matcher rate = RATE.matcher(output);
                if (!rate.find() || output.contains("Non-2xx") || output.contains("Socket errors")) {
                    throw new IllegalStateException("wrk: " + output);
                }
                return Double.parseDouble(rate.group(1));
            } catch (IOException failure) {
                throw new IllegalStateException("wrk cannot be run", failure);
            }
        }

        @Override
        public String name() {
            return "wrk, 1 thread, " + CONNECTIONS + " connections";
        }

        @Override
        public void close() {
            // nothing runs between two rounds
        }
    }

    /** Our own client in a second JVM. */
    final class Own implements PageLoad {
        private final Child client = Child.start(List.of("-XX:+UseSerialGC"), RawClient.class);

        @Override
        public double run(String url, String authorization, int seconds) {
            return Double.parseDouble(client.ask(CONNECTIONS + "\t" + seconds + "\t" + url + "\t" + authorization));
        }

        @Override
        public String name() {
            return "own client in a second JVM, " + CONNECTIONS
                    + " connections (install wrk: it takes less of the machine)";
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
