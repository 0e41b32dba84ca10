package dev.roamlab.cli.conformance;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.conformance.trigger.Operator;
import dev.roamlab.conformance.trigger.Operator.Answer.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/**
 * Asks the person at the terminal: an instruction, a countdown, Enter when it is done, s to skip, n for never; or a question, to
 * be answered by y, n or s.
 */
final class TerminalOperator implements Operator, AutoCloseable {
    private static final int SECOND = 1000;
    private static final int CTRL_D = 4;
    private static final int CTRL_N = 14;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;

    private final Terminal terminal;
    private final Console out;
    private final LiveLine progress;

    TerminalOperator(Terminal terminal, Console out, LiveLine progress) {
        this.terminal = terminal;
        this.out = out;
        this.progress = progress;
    }

    /** At the terminal of this process. */
    static TerminalOperator here(Console out, LiveLine progress) {
        try {
            Terminal terminal =
                    TerminalBuilder.builder().system(true).dumb(true).build();
            return new TerminalOperator(terminal, out, progress);
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot open the terminal", unusable);
        }
    }

    @Override
    public Answer ask(String trigger, String instruction, Optional<String> question, Duration patience) {
        return atTerminal(trigger, instruction, () -> answer(question, patience));
    }

    /** How a person's answer is read. */
    private interface Reading {
        Answer answer() throws IOException;
    }

    private Answer atTerminal(String trigger, String words, Reading reading) {
        progress.hold();
        Attributes before = terminal.enterRawMode();
        try {
            out.line();
            out.hanging(out.paint(Style.BOLD, "▸ " + trigger + "  "), words);
            return reading.answer();
        } catch (IOException unreadable) {
            return new Answer(Kind.SKIPPED, "");
        } finally {
            terminal.setAttributes(before);
            out.line();
            progress.release();
        }
    }

    @Override
    public Answer attest(String requirement, String question, Duration patience) {
        return atTerminal("attest", question, () -> verdict(patience));
    }

    private Answer verdict(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return new Answer(Kind.TOO_LATE, "");
            }
            countdown("[y] it is so · [n] it is not · [s] cannot say · [Ctrl-N] no more questions · " + time(left));
            int key = terminal.reader().read(Math.min(left, SECOND));
            Optional<Kind> said = verdict(key);
            if (said.isPresent()) {
                return new Answer(said.get(), "");
            }
        }
    }

    private static Optional<Kind> verdict(int key) {
        return switch (key) {
            case 'y', 'Y' -> Optional.of(Kind.YES);
            case 'n', 'N' -> Optional.of(Kind.NO);
            case 's', 'S', CTRL_D, NonBlockingReader.EOF -> Optional.of(Kind.SKIPPED);
            case CTRL_N -> Optional.of(Kind.NEVER);
            default -> Optional.empty();
        };
    }

    private Answer answer(Optional<String> question, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        StringBuilder typed = new StringBuilder();
        while (true) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return new Answer(Kind.TOO_LATE, "");
            }
            countdown(keys(question, typed, time(left)));
            int key = terminal.reader().read(Math.min(left, SECOND));
            if (key == '\r' || key == '\n') {
                return new Answer(Kind.DONE, typed.toString());
            }
            if (key == NonBlockingReader.EOF || key == CTRL_D || question.isEmpty() && key == 's') {
                return new Answer(Kind.SKIPPED, "");
            }
            if (key == CTRL_N || question.isEmpty() && key == 'n') {
                return new Answer(Kind.NEVER, "");
            }
            if (key != NonBlockingReader.READ_EXPIRED && question.isPresent()) {
                type(typed, key);
            }
        }
    }

    private static void type(StringBuilder typed, int key) {
        if (key == BACKSPACE || key == DELETE) {
            typed.setLength(Math.max(0, typed.length() - 1));
        } else if (key >= ' ') {
            typed.append((char) key);
        }
    }

    private static String keys(Optional<String> question, CharSequence typed, String time) {
        return question.map(what -> "[Ctrl-D] skip · [Ctrl-N] never · " + time + " · " + what + ": " + typed)
                .orElse("[Enter] done · [s] skip · [n] never · " + time + " left ");
    }

    private static String time(long millis) {
        long seconds = (millis + SECOND - 1) / SECOND;
        return String.format(java.util.Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private void countdown(String keys) {
        out.print("\r\u001b[K  " + keys);
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot release the terminal", unusable);
        }
    }
}
