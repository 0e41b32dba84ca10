package dev.roamlab.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The npm packages of the other side, installed once below {@code target}. Where there is no Node.js, tests that need it are
 * skipped; with {@code ROAMLAB_REQUIRE_NODE=1}, as in CI, they fail.
 */
final class Npm {
    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path INSTALLED = Path.of("target", "node");
    private static final long MINUTES = 3;

    private Npm() {}

    /** The directory with the scripts and their packages. */
    static synchronized Path directory() {
        String trouble = installed();
        if (!trouble.isEmpty() && "1".equals(System.getenv("ROAMLAB_REQUIRE_NODE"))) {
            throw new IllegalStateException(trouble);
        }
        assumeTrue(trouble.isEmpty(), trouble);
        return INSTALLED;
    }

    private static String installed() {
        try {
            Files.createDirectories(INSTALLED);
            boolean fresh = changed("package-lock.json") || !Files.isDirectory(INSTALLED.resolve("node_modules"));
            try (Stream<Path> sources = Files.list(SOURCES)) {
                for (Path source : sources.toList()) {
                    Files.copy(source, INSTALLED.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (run("node", "--version") != 0) {
                return "Node.js is not installed: the tests against ocpp-rpc need it";
            }
            return fresh && run("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund") != 0
                    ? "npm ci failed in " + INSTALLED.toAbsolutePath() + ": is the registry within reach?"
                    : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean changed(String file) throws IOException {
        Path before = INSTALLED.resolve(file);
        return !Files.exists(before) || Files.mismatch(before, SOURCES.resolve(file)) >= 0;
    }

    /** The exit code; -1 where there is no such program, or it takes too long. */
    private static int run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(INSTALLED.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (IOException noSuchProgram) {
            return -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
