package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends exchanges to a {@code trace.jsonl} while a run goes on: subscribe it to an exchange log. Accepting only queues,
 * so it is safe on an event loop; a thread of its own writes, and flushes whenever the queue is empty.
 */
public final class TraceWriter implements Consumer<Exchange>, AutoCloseable {
    private final BlockingQueue<Optional<Exchange>> queue = new LinkedBlockingQueue<>();
    private final Writer out;
    private final Thread thread;
    private volatile @Nullable IOException failure;

    private TraceWriter(Writer out) {
        this.out = out;
        this.thread = new Thread(this::drain, "trace-writer");
        this.thread.setDaemon(true);
    }

    /** A writer onto a new, empty file; its folder is made when it is not there. */
    public static TraceWriter open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        TraceWriter writer = new TraceWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        writer.thread.start();
        return writer;
    }

    /** Queues an exchange; never blocks, never fails. After a failed write, which {@link #close} reports, it drops it. */
    @Override
    public void accept(Exchange exchange) {
        if (failure == null) {
            queue.add(Optional.of(exchange));
        }
    }

    /**
     * Writes what is queued and closes the file. What is accepted later is lost.
     *
     * @throws IOException when anything, now or earlier, could not be written
     */
    @Override
    public void close() throws IOException {
        queue.add(Optional.empty());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the trace was being written", e);
        }
        IOException first = failure;
        if (first != null) {
            throw first;
        }
    }

    private void drain() {
        try (out) {
            for (Optional<Exchange> next = queue.take(); next.isPresent(); next = queue.take()) {
                out.write(TraceJson.line(next.get()));
                out.write('\n');
                if (queue.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
