package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads {@code trace.jsonl} files. */
public final class TraceReader {
    private TraceReader() {}

    /**
     * Hands every exchange of a file to the consumer, in order, one in memory at a time. Half a last line, as a killed
     * process leaves it, is passed over.
     *
     * @throws IOException when the file cannot be read, or a line is no exchange; the message has file and line
     */
    public static void read(Path file, Consumer<Exchange> consumer) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 1;
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                if (!line.isBlank() && !(next == null && isCutOff(line))) {
                    consumer.accept(exchange(file, number, line));
                }
                line = next;
                number++;
            }
        }
    }

    private static Exchange exchange(Path file, int number, String line) throws IOException {
        try {
            return TraceJson.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IOException(file.getFileName() + ":" + number + ": " + e.getMessage(), e);
        }
    }

    /** A line is one JSON object, so a whole one ends with its brace and parses. */
    private static boolean isCutOff(String line) {
        try {
            TraceJson.parse(line);
            return false;
        } catch (IllegalArgumentException e) {
            return e.getMessage() != null && e.getMessage().startsWith("not JSON");
        }
    }
}
