package dev.roamlab.scenarios.narration;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Lines {
    private Lines() {}

    /** Paragraphs (separated by empty lines) in lines of at most the width, the first after a lead, the others below it. */
    static List<String> wrap(String text, int width, String lead) {
        List<String> lines = new ArrayList<>();
        String below = " ".repeat(lead.length());
        for (String paragraph : text.split("\n\\s*\n")) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            paragraph(paragraph, width, lines.isEmpty() ? lead : below, below, lines);
        }
        return lines;
    }

    private static void paragraph(String text, int width, String lead, String below, List<String> lines) {
        StringBuilder line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : words(text, width - below.length())) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(below);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }

    /** The words; one that fits on no line comes in pieces. */
    private static List<String> words(String text, int room) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            for (int from = 0; from == 0 || from < word.length(); from += room) {
                words.add(word.substring(from, Math.min(word.length(), from + room)));
            }
        }
        return words;
    }

    /** One line, shortened when it is too long. */
    static String clip(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }

    /** Lines broken wherever they reach the width: for messages, in which nothing may be lost. */
    static List<String> hard(String text, int width, String lead) {
        List<String> lines = new ArrayList<>();
        int room = width - lead.length();
        for (String line : text.split("\n", -1)) {
            for (int from = 0; from == 0 || from < line.length(); from += room) {
                lines.add(lead + line.substring(from, Math.min(line.length(), from + room)));
            }
        }
        return lines;
    }
}
