package dev.roamlab.cli.shell;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant to type. */
public final class Suggestions {
    private Suggestions() {}

    /** The candidate that is so close to the word that it may well be meant. */
    public static Optional<String> closest(String word, Collection<String> candidates) {
        return ranked(word, candidates).stream().findFirst();
    }

    /** A sentence that asks whether the closest candidate is meant, or nothing. */
    public static String didYouMean(String word, Collection<String> candidates) {
        return closest(word, candidates)
                .map(meant -> "Did you mean " + meant + "?")
                .orElse("");
    }

    private static List<String> ranked(String word, Collection<String> candidates) {
        String typed = normal(word);
        int tolerance = Math.max(1, typed.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(typed, normal(candidate)) <= tolerance
                        || (typed.length() > 2 && normal(candidate).startsWith(typed)))
                .sorted(Comparator.<String>comparingInt(candidate -> distance(typed, normal(candidate)))
                        .thenComparing(candidate -> -commonBeginning(typed, normal(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int commonBeginning(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("^-+", "");
    }

    /** Letters to insert, delete, replace or swap with their neighbour to make one word of the other. */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
