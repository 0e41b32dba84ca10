package dev.roamlab.cli.chargers;

import dev.roamlab.cli.terminal.Console;
import java.util.List;

/**
 * Lines that scroll, and below them a few that are written over and over. Where there is no terminal only the first kind is
 * shown. Thread-safe.
 */
final class Screen {
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Console out;
    private final boolean alive;
    private List<String> block = List.of();

    Screen(Console out, boolean alive) {
        this.out = out;
        this.alive = alive;
    }

    boolean isAlive() {
        return alive;
    }

    int width() {
        return out.look().width();
    }

    Console out() {
        return out;
    }

    /** A line that stays. */
    synchronized void line(String text) {
        if (!alive) {
            out.line(text);
            return;
        }
        out.print(away() + text + "\r\n" + drawn());
    }

    /** The lines at the bottom from now on. */
    synchronized void show(List<String> lines) {
        if (alive) {
            String gone = away();
            block = List.copyOf(lines);
            out.print(gone + drawn());
        }
    }

    /** Takes the lines at the bottom away. */
    synchronized void clear() {
        show(List.of());
    }

    private String away() {
        return block.isEmpty()
                ? ""
                : "\r" + (block.size() > 1 ? "\u001b[" + (block.size() - 1) + "A" : "") + CLEAR_BELOW;
    }

    private String drawn() {
        return String.join("\r\n", block);
    }
}
