package dev.roamlab.cli.nodes;

import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.node.host.HttpHost.PortTaken;
import dev.roamlab.node.store.StoreException;
import io.vertx.core.Future;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Starts something, stays until Ctrl-C, and stops it in good order. */
final class Staying {
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 25;

    private final Console out;

    Staying(Console out) {
        this.out = out;
    }

    /**
     * Waits for a start; a failure that the user can put right becomes a sentence.
     *
     * @param portOption which option chooses the port of a node, by the node's name
     */
    <T> T started(Future<T> start, UnaryOperator<String> portOption) {
        try {
            return start.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new UserError(
                    "It did not start within " + START_SECONDS + " s.",
                    "Run again with --verbose to see where it waits.");
        } catch (PortTaken taken) {
            throw UserError.portInUse(taken.host(), taken.port(), portOption.apply(taken.node()));
        } catch (StoreException store) {
            throw new UserError(String.valueOf(store.getMessage()));
        }
    }

    /** Stays until the process is asked to end, then stops what was started. */
    void untilCtrlC(Supplier<Future<Void>> stop) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(stop, ended), "roamlab-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Supplier<Future<Void>> stop, CountDownLatch ended) {
        out.line();
        out.line("Stopping: finishing what is under way …");
        try {
            stop.get().await(STOP_SECONDS, TimeUnit.SECONDS);
            out.line("Stopped. Nothing was lost.");
        } catch (Exception unfinished) {
            out.line("Stopped, though something did not end in time: " + unfinished.getMessage());
        } finally {
            ended.countDown();
        }
    }
}
