package dev.roamlab.cli.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The one place that prints. Callers write freely (arrows, ticks, styles); what the output cannot show is put plainly. */
public final class Console {
    private final PrintStream stream;
    private final Look look;

    /** A console on a stream. */
    public Console(PrintStream stream, Look look) {
        this.stream = stream;
        this.look = look;
    }

    /** What the output can show. */
    public Look look() {
        return look;
    }

    /** Prints an empty line. */
    public void line() {
        stream.println();
    }

    /** Prints a line as it is, however long. */
    public void line(String text) {
        stream.println(shown(text));
    }

    /** Prints without ending the line. */
    public void print(String text) {
        stream.print(shown(text));
        stream.flush();
    }

    /** Prints text for a program to read: exactly as it is. */
    public void raw(String text) {
        stream.println(text);
    }

    /** Prints a paragraph, broken at spaces to the width of the output, each line indented by so many columns. */
    public void paragraph(int indent, String text) {
        hanging(" ".repeat(indent), text);
    }

    /** Prints a paragraph behind a lead (a bullet, a label), its further lines indented to where the first begins. */
    public void hanging(String lead, String text) {
        int indent = visibleLength(shown(lead));
        List<String> lines = wrap(shown(text), Math.max(20, look.width() - indent));
        stream.println((shown(lead) + lines.get(0)).stripTrailing());
        lines.stream().skip(1).forEach(line -> stream.println(" ".repeat(indent) + line));
    }

    /** Prints a line across the output. */
    public void rule() {
        line(paint(Style.DIM, "─".repeat(look.width())));
    }

    /** The text in a style, where the output has styles. */
    public String paint(Style style, String text) {
        return look.colour() ? "\u001b[" + style.code() + "m" + text + "\u001b[0m" : text;
    }

    private String shown(String text) {
        return look.unicode() ? text : Ascii.of(text);
    }

    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            int length = 0;
            for (String word : paragraph.stripTrailing().split(" ", -1)) {
                int size = visibleLength(word);
                if (length > 0 && length + 1 + size > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    length = 0;
                }
                line.append(length == 0 ? "" : " ").append(word);
                length += (length == 0 ? 0 : 1) + size;
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Columns a text takes, colour codes apart. */
    static int visibleLength(String text) {
        String bare = text.indexOf('\u001b') < 0 ? text : text.replaceAll("\u001b\\[[0-9;]*m", "");
        return bare.codePointCount(0, bare.length());
    }
}
