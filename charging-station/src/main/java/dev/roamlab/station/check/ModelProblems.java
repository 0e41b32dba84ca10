package dev.roamlab.station.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the models themselves say is wrong: {@code mine.yaml:7: $[0].gridKw: rule}. */
final class ModelProblems {
    private static final Pattern MESSAGE = Pattern.compile("(?s)(\\d+): (\\$[^: ]*): (.*)");

    private ModelProblems() {}

    static Optional<ModelProblem> read(String source, String message) {
        if (!message.startsWith(source + ":")) {
            return Optional.empty();
        }
        Matcher parts = MESSAGE.matcher(message.substring(source.length() + 1));
        return parts.matches()
                ? Optional.of(
                        new ModelProblem(source, Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3)))
                : Optional.empty();
    }
}
