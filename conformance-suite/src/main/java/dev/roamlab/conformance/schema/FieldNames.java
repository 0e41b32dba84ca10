package dev.roamlab.conformance.schema;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that resemble each other. */
final class FieldNames {
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final int SHORTEST_MISSPELT = 4;

    private FieldNames() {}

    static boolean isSnakeCase(String name) {
        return SNAKE_CASE.matcher(name).matches();
    }

    /** What is left without case and marks: the same for {@code partyId} and {@code party_id}. */
    static String bare(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** The name that is the same but for case and marks. */
    static Optional<String> sameBut(String name, Collection<String> names) {
        String bare = bare(name);
        return names.stream().filter(each -> bare(each).equals(bare)).findFirst();
    }

    /** The name that a misspelt one probably means. */
    static Optional<String> nearest(String name, Collection<String> names) {
        String bare = bare(name);
        if (bare.length() < SHORTEST_MISSPELT) {
            return Optional.empty();
        }
        int allowed = bare.length() < 8 ? 1 : 2;
        String best = null;
        int least = allowed + 1;
        for (String candidate : names) {
            int distance = distance(bare, bare(candidate));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that make one text the other. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
