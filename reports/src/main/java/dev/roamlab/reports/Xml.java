package dev.roamlab.reports;

import java.util.Map;

/** Indented XML 1.0, one element per line; what XML cannot hold is shown as {@code \}{@code u0007}. */
final class Xml {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    void open(String name, Map<String, Object> attributes) {
        start(name, attributes);
        text.append(">\n");
        depth++;
    }

    void close(String name) {
        depth--;
        text.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    void element(String name, Map<String, Object> attributes, String content) {
        start(name, attributes);
        if (content.isEmpty()) {
            text.append("/>\n");
        } else {
            text.append('>').append(escape(content)).append("</").append(name).append(">\n");
        }
    }

    private void start(String name, Map<String, Object> attributes) {
        text.append("  ".repeat(depth)).append('<').append(name);
        attributes.forEach((key, value) -> text.append(' ')
                .append(key)
                .append("=\"")
                .append(attribute(value.toString()))
                .append('"'));
    }

    /** A line feed in an attribute would be read back as a space. */
    private static String attribute(String value) {
        return escape(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }

    private static String escape(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (allowed(point)) {
                        out.appendCodePoint(point);
                    } else {
                        out.append(String.format("\\u%04x", point));
                    }
                }
            }
        });
        return out.toString();
    }

    /** The characters of XML 1.0. */
    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
