package dev.roamlab.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Asks a person, with editing keys and history. */
final class TerminalPrompt implements Prompt {
    private final Terminal terminal;
    private final LineReader reader;

    TerminalPrompt() {
        try {
            terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot open the terminal", unusable);
        }
        reader = LineReaderBuilder.builder().terminal(terminal).build();
        // An exclamation mark in an answer is no history command.
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    }

    @Override
    public Optional<String> ask(String question) {
        try {
            return Optional.of(reader.readLine(question));
        } catch (EndOfFileException end) {
            return Optional.empty();
        } catch (UserInterruptException interrupted) {
            throw new Interrupted();
        }
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
