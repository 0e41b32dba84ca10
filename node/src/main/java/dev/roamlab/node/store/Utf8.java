package dev.roamlab.node.store;

/** Keeps text that has no UTF-8 form out of the databases, which would replace it without a word. */
final class Utf8 {

    private Utf8() {}

    static boolean hasLoneSurrogate(String text) {
        return firstLoneSurrogate(text, 0) >= 0;
    }

    /** In JSON text half a pair can only stand inside a string, where the escaped spelling means the same. */
    static String escapeLoneSurrogates(String json) {
        int at = firstLoneSurrogate(json, 0);
        if (at < 0) {
            return json;
        }
        var escaped = new StringBuilder(json.length() + 16);
        int done = 0;
        for (; at >= 0; at = firstLoneSurrogate(json, done)) {
            escaped.append(json, done, at).append(String.format("\\u%04x", (int) json.charAt(at)));
            done = at + 1;
        }
        return escaped.append(json, done, json.length()).toString();
    }

    private static int firstLoneSurrogate(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                i++;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i += 2;
            } else {
                return i;
            }
        }
        return -1;
    }
}
