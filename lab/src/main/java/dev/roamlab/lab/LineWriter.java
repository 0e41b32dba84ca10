package dev.roamlab.lab;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to a file while a run goes on. Adding only queues, so it is safe on an event loop; a thread of its own puts
 * the line together and writes it, and flushes whenever the queue is empty.
 */
public final class LineWriter implements AutoCloseable {
    private final BlockingQueue<Optional<Supplier<String>>> queue = new LinkedBlockingQueue<>();
    private final Writer out;
    private final Thread thread;
    private volatile @Nullable IOException failure;

    private LineWriter(Writer out, String name) {
        this.out = out;
        this.thread = new Thread(this::drain, name);
        this.thread.setDaemon(true);
    }

    /**
     * A writer onto a new, empty file; its folder is made when it is not there.
     *
     * @param name of the thread that writes
     */
    public static LineWriter open(Path file, String name) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        LineWriter writer = new LineWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), name);
        writer.thread.start();
        return writer;
    }

    /**
     * Queues a line; never blocks, never fails. After a failed write, which {@link #close} reports, it drops it.
     *
     * @param line made on the writer's thread, without a line break
     */
    public void add(Supplier<String> line) {
        if (failure == null) {
            queue.add(Optional.of(line));
        }
    }

    /**
     * Writes what is queued and closes the file. What is added later is lost.
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
            throw new IOException("interrupted while lines were being written", e);
        }
        IOException first = failure;
        if (first != null) {
            throw first;
        }
    }

    private void drain() {
        try (out) {
            for (Optional<Supplier<String>> next = queue.take(); next.isPresent(); next = queue.take()) {
                out.write(next.get().get());
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
