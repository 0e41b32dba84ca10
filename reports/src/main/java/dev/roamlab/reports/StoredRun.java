package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that was read back from a disk.
 *
 * @param source the file it came from, as the user named it
 * @param run without exchanges, unless they were asked for
 */
public record StoredRun(String source, Run run) {

    /**
     * The run in a {@code results.json}, or in the report folder that holds one. Blocks on the disk.
     *
     * @throws IOException when it cannot be read or is no results.json; the message names the file and says where
     */
    public static StoredRun read(Path fileOrFolder) throws IOException {
        Path file = results(fileOrFolder);
        try {
            return new StoredRun(fileOrFolder.toString(), ResultsJsonReader.read(Files.readString(file)));
        } catch (IllegalArgumentException unusable) {
            throw new IOException(file + ": " + unusable.getMessage(), unusable);
        }
    }

    /** As {@link #read}, with the exchanges of the {@code trace.jsonl} beside it, so that it can be rendered again. */
    public static StoredRun readWithTrace(Path fileOrFolder) throws IOException {
        StoredRun stored = read(fileOrFolder);
        Path trace = results(fileOrFolder).resolveSibling("trace.jsonl");
        List<Exchange> exchanges = new ArrayList<>();
        if (Files.exists(trace)) {
            TraceReader.read(trace, exchanges::add);
        }
        return new StoredRun(
                stored.source(),
                RunBuilder.builder(stored.run()).exchanges(exchanges).build());
    }

    private static Path results(Path fileOrFolder) {
        return Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve("results.json") : fileOrFolder;
    }
}
