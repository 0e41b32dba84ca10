package dev.roamlab.cli.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What we need to know about a fault of our own, in a file: the user gets one line, and something to send. */
final class CrashReport {
    private CrashReport() {}

    /**
     * Writes the report.
     *
     * @param logFile where the user wants details; else a new file in the folder for temporary files
     * @return the file, or empty when it cannot be written
     */
    static Optional<Path> write(Throwable fault, List<String> arguments, Optional<Path> logFile) {
        try {
            Path file = logFile.isPresent() ? logFile.get() : Files.createTempFile("roamlab-fault-", ".log");
            Files.writeString(file, text(fault, arguments), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private static String text(Throwable fault, List<String> arguments) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return """
                roamlab %s
                java    %s, %s
                system  %s %s
                command roamlab %s

                %s""".formatted(
                        ProductVersion.number(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        String.join(" ", withoutSecrets(arguments)),
                        trace);
    }

    /** Tokens and passwords stay on this machine, although the report may be sent. */
    static List<String> withoutSecrets(List<String> arguments) {
        List<String> safe = new ArrayList<>();
        boolean secretFollows = false;
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            boolean secret = isSecret(equals < 0 ? argument : argument.substring(0, equals));
            if (secretFollows) {
                safe.add("***");
            } else if (secret && equals >= 0) {
                safe.add(argument.substring(0, equals + 1) + "***");
            } else {
                safe.add(argument.replaceAll("(://)[^/@\\s]+@", "$1***@"));
            }
            secretFollows = secret && equals < 0;
        }
        return safe;
    }

    private static boolean isSecret(String option) {
        String name = option.toLowerCase(Locale.ROOT);
        return name.startsWith("--")
                && (name.contains("token")
                        || name.contains("invite")
                        || name.contains("password")
                        || name.contains("secret"));
    }
}
