package dev.roamlab.cli.terminal;

import java.io.Closeable;
import java.util.Optional;

/** Asks for a line: of a person at the terminal with editing keys, or of whatever is piped in. */
public interface Prompt extends Closeable {

    /**
     * Asks a question and waits for the answer, without its line end.
     *
     * @return empty when the input has ended (end of the pipe, Ctrl-D)
     * @throws Interrupted on Ctrl-C
     */
    Optional<String> ask(String question);

    @Override
    void close();

    /** The prompt that suits the environment. */
    static Prompt of(Environment environment, Console console) {
        // Only a person is worth the time that loading the line editor takes.
        return environment.terminals().interactive()
                ? new TerminalPrompt()
                : new PipedPrompt(environment.streams().in(), console);
    }

    /** The user pressed Ctrl-C at a question. */
    final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
