package dev.roamlab.cli.terminal;

import java.util.Locale;
import java.util.Optional;

/**
 * What an output can show.
 *
 * @param colour whether it understands colour codes
 * @param unicode whether it shows arrows and ticks; plain ASCII stands in for them otherwise
 * @param width columns to write in
 */
public record Look(boolean colour, boolean unicode, int width) {
    /** Longer lines are hard to read, however wide the terminal is. */
    public static final int MAX_WIDTH = 100;

    private static final int MIN_WIDTH = 40;
    private static final int TERMINAL_WIDTH = 80;

    /** The most sober look: what a pipe gets. */
    public static final Look PLAIN = new Look(false, true, MAX_WIDTH);

    /**
     * The look of a stream of a process.
     *
     * @param terminal whether a terminal is at its end
     * @param noColour whether the user asked for none
     */
    public static Look of(Environment environment, boolean terminal, boolean noColour) {
        boolean colour = terminal
                && !noColour
                && environment.variable("NO_COLOR").isEmpty()
                && !environment.variable("TERM").equals(Optional.of("dumb"));
        return new Look(colour, utf8(environment), width(environment, terminal));
    }

    /** Whether the locale says that text is UTF-8: the first of these variables that is set decides. */
    private static boolean utf8(Environment environment) {
        String locale = environment
                .variable("LC_ALL")
                .or(() -> environment.variable("LC_CTYPE"))
                .or(() -> environment.variable("LANG"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return locale.contains("utf-8") || locale.contains("utf8");
    }

    private static int width(Environment environment, boolean terminal) {
        int fallback = terminal ? TERMINAL_WIDTH : MAX_WIDTH;
        int columns = environment
                .variable("COLUMNS")
                .filter(value -> value.matches("[1-9]\\d{0,4}"))
                .map(Integer::parseInt)
                .orElse(fallback);
        return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, columns));
    }
}
