package dev.roamlab.conformance.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Pulls a trigger by a command of the operator's shell. Input and output are files, not pipes: a command may leave a program
 * behind that keeps its output open, and that must not keep us waiting.
 */
final class ShellCommand {
    private static final int CANNOT = 3;
    private static final int MOST_OUTPUT = 64 * 1024;

    private final String run;

    ShellCommand(String run) {
        this.run = run;
    }

    JsonNode pull(String command, String name, Map<String, ?> params, Duration timeout) {
        String where = "trigger " + name + ": command '" + command + "'";
        try {
            Path folder = Files.createTempDirectory("roamlab-trigger");
            try {
                return pull(folder, command, name, params, timeout, where);
            } finally {
                for (String file : List.of("in", "out", "err")) {
                    Files.deleteIfExists(folder.resolve(file));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException impossible) {
            throw new TriggerUnavailable(where + " cannot be started: " + impossible.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TriggerUnavailable(where + " ran when the run was stopped");
        }
    }

    private JsonNode pull(
            Path folder, String command, String name, Map<String, ?> params, Duration timeout, String where)
            throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), Facts.request(run, name, params));
        ProcessBuilder builder = new ProcessBuilder(shell(command))
                .redirectInput(in.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("ROAMLAB_TRIGGER", name);
        Process process = builder.start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TriggerUnavailable(
                        where + " did not end within " + timeout.toMillis() + " ms and was killed");
            }
        } finally {
            if (process.isAlive()) {
                killTree(process.toHandle());
            }
        }
        return outcome(process.exitValue(), folder, where);
    }

    private static JsonNode outcome(int exit, Path folder, String where) throws IOException {
        String complaint = Facts.clipped(beginning(folder.resolve("err")));
        return switch (exit) {
            case 0 -> Facts.in(beginning(folder.resolve("out")));
            case CANNOT ->
                throw new TriggerUnavailable(where + " says that it cannot do that (exit code 3)" + complaint);
            default -> throw new TriggerUnavailable(where + " failed with exit code " + exit + complaint);
        };
    }

    private static void killTree(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static List<String> shell(String command) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? List.of("cmd.exe", "/c", command) : List.of("/bin/sh", "-c", command);
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
        }
    }
}
