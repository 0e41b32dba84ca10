package dev.roamlab.node.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that may block, and the way back to the context that asked.
 *
 * <p>They are ours and not a Vert.x worker pool, which would end with the verticle that happened to open the store.
 */
final class Threads {

    private final Vertx vertx;
    private final ExecutorService executor;

    Threads(Vertx vertx, String name, int count) {
        this.vertx = vertx;
        var number = new AtomicInteger();
        this.executor = Executors.newFixedThreadPool(count, task -> {
            var thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A future of a caller, to be completed from any thread. */
    record Answer<T>(Context context, Promise<T> promise) {

        void succeed(T value) {
            deliver(() -> promise.tryComplete(value));
        }

        void fail(Throwable cause) {
            deliver(() -> promise.tryFail(cause));
        }

        private void deliver(Runnable completion) {
            try {
                context.runOnContext(none -> completion.run());
            } catch (RejectedExecutionException vertxHasClosed) {
                completion.run();
            }
        }
    }

    /** Runs one task on a thread made for it. */
    static <T> Future<T> once(Vertx vertx, String name, Callable<T> task) {
        Answer<T> answer = answer(vertx);
        var thread = new Thread(() -> call(task, answer), name);
        thread.setDaemon(true);
        thread.start();
        return answer.promise().future();
    }

    <T> Answer<T> answer() {
        return answer(vertx);
    }

    private static <T> Answer<T> answer(Vertx vertx) {
        return new Answer<>(vertx.getOrCreateContext(), Promise.promise());
    }

    /** Runs a task on one of the threads; false when they are closed. */
    boolean execute(Runnable task) {
        try {
            executor.execute(task);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** Runs a task on one of the threads; its result is the caller's. */
    <T> Future<T> call(Callable<T> task) {
        Answer<T> answer = answer();
        if (!execute(() -> call(task, answer))) {
            answer.fail(new StoreException("the store has been closed"));
        }
        return answer.promise().future();
    }

    private static <T> void call(Callable<T> task, Answer<T> answer) {
        try {
            answer.succeed(task.call());
        } catch (Throwable failure) {
            answer.fail(failure);
        }
    }

    /** Lets the tasks at hand finish. */
    void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(30, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
