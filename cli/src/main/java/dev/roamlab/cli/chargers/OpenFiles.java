package dev.roamlab.cli.chargers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** How many sockets this process may open. */
final class OpenFiles {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String ROW = "Max open files";
    /** For everything but chargers: the program itself, its files, the listening side of an API. */
    private static final int RESERVED = 500;

    private OpenFiles() {}

    /** Chargers that one process may have; empty when the system does not tell. */
    static OptionalInt chargers() {
        return limit().isPresent() ? OptionalInt.of(Math.max(1, limit().getAsInt() - RESERVED)) : OptionalInt.empty();
    }

    /** Files and sockets that one process may open; empty when the system does not tell, or sets no limit. */
    static OptionalInt limit() {
        try {
            return Files.isReadable(LIMITS) ? in(Files.readAllLines(LIMITS)) : OptionalInt.empty();
        } catch (IOException unknown) {
            return OptionalInt.empty();
        }
    }

    static OptionalInt in(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(ROW))
                .map(line -> line.substring(ROW.length()).strip().split("\\s+")[0])
                .filter(soft -> soft.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }
}
