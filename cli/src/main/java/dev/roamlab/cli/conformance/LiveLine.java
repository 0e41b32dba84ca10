package dev.roamlab.cli.conformance;

import dev.roamlab.cli.terminal.Console;

/** One line at the end of the output that is written over and over; nothing at all where there is no terminal. Thread-safe. */
final class LiveLine {
    private static final String CLEAR = "\r\u001b[K";

    private final Console out;
    private final boolean alive;
    private String shown = "";
    private boolean held;

    LiveLine(Console out, boolean alive) {
        this.out = out;
        this.alive = alive;
    }

    /** Whether there is such a line. */
    boolean isAlive() {
        return alive;
    }

    /** Shows another text in it. */
    synchronized void show(String text) {
        if (alive && !held) {
            String cut = text.length() < out.look().width()
                    ? text
                    : text.substring(0, out.look().width() - 2) + "…";
            out.print(CLEAR + cut);
            shown = cut;
        }
    }

    /** Takes it away, so that other lines can be written. */
    synchronized void clear() {
        if (alive && !shown.isEmpty()) {
            out.print(CLEAR);
            shown = "";
        }
    }

    /** Takes it away until {@link #release()}: somebody is asked something. */
    synchronized void hold() {
        clear();
        held = true;
    }

    /** Lets it come back. */
    synchronized void release() {
        held = false;
    }
}
