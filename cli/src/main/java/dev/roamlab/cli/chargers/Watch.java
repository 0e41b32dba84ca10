package dev.roamlab.cli.chargers;

import dev.roamlab.cli.chargers.FiguresText.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Watches chargers until they are to end: shows how they stand, over and over at a terminal, now and then in a pipe. */
final class Watch {
    private static final Duration REDRAWS_EVERY = Duration.ofMillis(500);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);
    private static final Duration SAYS_EVERY = Duration.ofSeconds(5);

    private final Crew crew;
    private final Screen screen;
    private final Supplier<String> selection;
    private final boolean quiet;
    private final long begun = System.nanoTime();
    private volatile boolean asked;
    private Standing before = Standing.NONE;
    private long lookedAt = begun;
    private long triedAt = begun;

    /** Why it ends. */
    enum End {
        FINISHED,
        TIME_UP,
        ASKED,
        HOPELESS
    }

    /** When it ends by itself. */
    record Until(boolean finished, boolean hopeless) {}

    /**
     * A watch that has not begun.
     *
     * @param selection which charger is driven by hand, in words
     * @param quiet no figures in a pipe: messages are shown instead
     */
    Watch(Crew crew, Screen screen, Supplier<String> selection, boolean quiet) {
        this.crew = crew;
        this.screen = screen;
        this.selection = selection;
        this.quiet = quiet;
    }

    /** Somebody wants it to end. */
    void end() {
        asked = true;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    End until(Until until) {
        while (true) {
            crew.passTime();
            if (asked) {
                return End.ASKED;
            } else if (!isTimeToLook()) {
                continue;
            }
            Standing now = crew.standing();
            show(now);
            if (until.finished() && now.isFinished()) {
                return End.FINISHED;
            } else if (crew.isTimeUp()) {
                return End.TIME_UP;
            } else if (until.hopeless() && now.isHopeless()) {
                return End.HOPELESS;
            }
        }
    }

    /** A look at a large fleet costs something; but nobody waits for the end of a lab that waits for nothing. */
    private boolean isTimeToLook() {
        long now = System.nanoTime();
        if (now - triedAt < LOOKS_EVERY.toNanos() && !crew.isTimeUp()) {
            return false;
        }
        triedAt = now;
        return true;
    }

    private void show(Standing now) {
        long at = System.nanoTime();
        Duration passed = Duration.ofNanos(at - lookedAt);
        if (passed.compareTo(screen.isAlive() ? REDRAWS_EVERY : SAYS_EVERY) < 0) {
            return;
        }
        Window window = new Window(before, now, passed.toNanos() / 1e9);
        if (screen.isAlive()) {
            screen.show(block(window));
        } else if (!quiet) {
            screen.line(FiguresText.line(window));
        }
        before = now;
        lookedAt = at;
    }

    private List<String> block(Window window) {
        List<String> lines = new ArrayList<>();
        lines.add(screen.out().paint(dev.roamlab.cli.terminal.Style.DIM, "─".repeat(screen.width() - 1)));
        lines.addAll(FiguresText.block(window));
        String selected = selection.get();
        if (!selected.isEmpty()) {
            lines.add(selected);
        }
        return lines.stream().map(this::cut).toList();
    }

    /** A line that wraps would spoil the redrawing. */
    private String cut(String line) {
        boolean painted = line.indexOf('\u001b') >= 0;
        return painted || line.length() < screen.width() ? line : line.substring(0, screen.width() - 2) + "…";
    }
}
