package dev.roamlab.conformance.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant to write. */
public final class Meant {
    private Meant() {}

    /** {@code ; did you mean X?}, or nothing when no candidate is near. */
    public static String by(String word, Collection<String> candidates) {
        return closest(word, candidates)
                .map(meant -> "; did you mean " + meant + "?")
                .orElse("");
    }

    private static Optional<String> closest(String word, Collection<String> candidates) {
        String typed = normal(word);
        int tolerance = Math.max(1, typed.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(typed, normal(candidate)) <= tolerance
                        || typed.length() > 2 && normal(candidate).startsWith(typed))
                .min(Comparator.<String>comparingInt(candidate -> distance(typed, normal(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
