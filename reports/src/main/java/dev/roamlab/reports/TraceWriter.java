package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.LineWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Appends exchanges to a {@code trace.jsonl} while a run goes on: subscribe it to an exchange log. Safe on an event loop. */
public final class TraceWriter implements Consumer<Exchange>, AutoCloseable {
    private final LineWriter lines;

    private TraceWriter(LineWriter lines) {
        this.lines = lines;
    }

    /** A writer onto a new, empty file; its folder is made when it is not there. */
    public static TraceWriter open(Path file) throws IOException {
        return new TraceWriter(LineWriter.open(file, "trace-writer"));
    }

    /** Queues an exchange; never blocks, never fails. After a failed write, which {@link #close} reports, it drops it. */
    @Override
    public void accept(Exchange exchange) {
        lines.add(() -> TraceJson.line(exchange));
    }

    /**
     * Writes what is queued and closes the file. What is accepted later is lost.
     *
     * @throws IOException when anything, now or earlier, could not be written
     */
    @Override
    public void close() throws IOException {
        lines.close();
    }
}
