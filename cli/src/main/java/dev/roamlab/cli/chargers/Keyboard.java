package dev.roamlab.cli.chargers;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;

/** Single keys from a person at the terminal, without Enter. */
final class Keyboard implements AutoCloseable {
    private static final long WAIT_MILLIS = 200;

    private final Terminal terminal;
    private final Attributes before;
    private volatile boolean closed;

    private Keyboard(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
    }

    /** Begins to listen, on a thread of its own. */
    static Keyboard open(IntConsumer pressed) throws IOException {
        // Ctrl-C is the JVM's business: its signal ends the program in good order.
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .nativeSignals(false)
                .signalHandler(Terminal.SignalHandler.SIG_DFL)
                .build();
        Keyboard keyboard = new Keyboard(terminal);
        Thread thread = new Thread(() -> keyboard.listen(pressed), "roamlab-keys");
        thread.setDaemon(true);
        thread.start();
        return keyboard;
    }

    private void listen(IntConsumer pressed) {
        NonBlockingReader reader = terminal.reader();
        try {
            int key = reader.read(WAIT_MILLIS);
            while (!closed && key != NonBlockingReader.EOF) {
                if (key >= 0) {
                    pressed.accept(key);
                }
                key = reader.read(WAIT_MILLIS);
            }
        } catch (IOException ended) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        terminal.setAttributes(before);
        try {
            terminal.close();
        } catch (IOException unusable) {
            // It goes with the process.
        }
    }
}
