package dev.roamlab.station.models;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with a run of {@code #} that stands for a number with leading zeros. */
record NumberPattern(String field, String pattern) {
    private static final Pattern RUN = Pattern.compile("#+");

    NumberPattern {
        long runs = RUN.matcher(pattern).results().count();
        if (runs != 1) {
            throw new IllegalArgumentException(
                    field + ": '" + pattern + "' has " + runs + " runs of '#', must have one");
        }
    }

    String at(int n) {
        Matcher run = RUN.matcher(pattern);
        String number = run.find() ? run.group() : "";
        return run.replaceFirst(String.format("%0" + number.length() + "d", n));
    }
}
