package dev.roamlab.cli.shell;

import dev.roamlab.cli.terminal.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The two options that count while the others are still being read: where defaults come from, and how errors look. */
record EarlyOptions(Optional<Path> config, boolean noColour) {
    private static final String CONFIG = "--config";

    static EarlyOptions of(Environment environment, List<String> arguments) {
        Optional<Path> config = configOf(arguments)
                .or(() -> environment.variable("ROAMLAB_CONFIG"))
                .map(Path::of);
        return new EarlyOptions(config, arguments.contains("--no-color"));
    }

    private static Optional<String> configOf(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(CONFIG + "=")) {
                return Optional.of(argument.substring(CONFIG.length() + 1));
            }
            if (argument.equals(CONFIG) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
