package dev.roamlab.reports;

import java.util.regex.Pattern;

/** Foreign text made harmless for GitHub's Markdown, inside a table cell too. */
final class Markdown {
    private static final int MAX_CODE = 400;
    // An underscore within a word is no emphasis, and field names are full of them.
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*\\[\\]|~]|(?<!\\w)_|_(?!\\w)|(?<=^)[#>+-](?=\\s)");

    private Markdown() {}

    /** One line of running text. */
    static String text(String raw) {
        return entities(SPECIAL.matcher(oneLine(raw)).replaceAll("\\\\$0"));
    }

    /** One line of text within an HTML element, where Markdown's own escapes would show. */
    static String html(String raw) {
        return entities(oneLine(raw));
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A value as code in a table cell, where a bar would end the cell even within code. */
    static String codeCell(String raw) {
        return code(raw).replace("|", "\\|");
    }

    /** A value as code; long ones are cut and say so. */
    static String code(String raw) {
        String line = oneLine(raw);
        if (line.isEmpty()) {
            return "(empty)";
        }
        String shown =
                line.length() <= MAX_CODE ? line : line.substring(0, MAX_CODE) + "… (" + line.length() + " characters)";
        String fence = "`".repeat(longestRunOfTicks(shown) + 1);
        String pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
        return fence + pad + shown + pad + fence;
    }

    /** Several lines of code, in a fence that they cannot end. */
    static String block(String raw) {
        String fence = "`".repeat(Math.max(3, longestRunOfTicks(raw) + 1));
        return fence + "\n" + raw.strip() + "\n" + fence + "\n";
    }

    private static String oneLine(String raw) {
        return raw.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static int longestRunOfTicks(String text) {
        int longest = 0;
        int current = 0;
        for (int i = 0; i < text.length(); i++) {
            current = text.charAt(i) == '`' ? current + 1 : 0;
            longest = Math.max(longest, current);
        }
        return longest;
    }
}
