package dev.roamlab.cli.terminal;

import java.util.Map;

/** Stands in for signs that a terminal without UTF-8 would garble. Letters of names stay: a wrong letter is worse than an odd one. */
final class Ascii {
    private static final Map<Character, String> SIGNS = Map.ofEntries(
            Map.entry('→', "->"),
            Map.entry('←', "<-"),
            Map.entry('↔', "<->"),
            Map.entry('✓', "+"),
            Map.entry('✗', "x"),
            Map.entry('⚠', "!"),
            Map.entry('•', "*"),
            Map.entry('·', "-"),
            Map.entry('…', "..."),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('─', "-"),
            Map.entry('═', "="),
            Map.entry('│', "|"),
            Map.entry('├', "|"),
            Map.entry('└', "`"),
            Map.entry('▸', ">"),
            Map.entry('×', "x"),
            Map.entry('≥', ">="),
            Map.entry('≤', "<="),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('’', "'"));

    private Ascii() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            plain.append(sign < 128 ? String.valueOf(sign) : SIGNS.getOrDefault(sign, String.valueOf(sign)));
        }
        return plain.toString();
    }
}
