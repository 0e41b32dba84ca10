package dev.roamlab.ocpp.rpc;

import java.util.List;
import java.util.Random;

/** Breaks texts. */
public final class Mutations {
    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2147483648",
            "1e999999999",
            "0.1",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "\\u0000",
            "\uD800",
            "é",
            " ");

    private Mutations() {}

    /** The text with one to three random changes. */
    public static String of(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(mutated, random);
        }
        return mutated.toString();
    }

    private static void change(StringBuilder text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(8));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, TOKENS.get(random.nextInt(TOKENS.size())));
            case 2 -> text.replace(from, to, TOKENS.get(random.nextInt(TOKENS.size())));
            default -> text.insert(from, text.substring(from, to));
        }
    }
}
