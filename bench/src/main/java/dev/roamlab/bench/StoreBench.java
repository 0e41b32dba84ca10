package dev.roamlab.bench;

import dev.roamlab.node.store.Entry;
import dev.roamlab.node.store.Filter;
import dev.roamlab.node.store.Page;
import dev.roamlab.node.store.PageQuery;
import dev.roamlab.node.store.Store;
import dev.roamlab.node.store.StoreCollection;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.node.store.Stores;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Measures a store as a node uses it, from one event loop: {@code StoreBench LOCATION [OBJECTS]}.
 *
 * <p>The location should be empty. Objects are of 1 KB. Prints one line per figure.
 */
public final class StoreBench {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String FILL = "x".repeat(1_000);
    private static final int PAGE = 50;
    private static final int SAMPLES = 500;
    private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Vertx vertx = Vertx.vertx();
    private final StoreLocation location;
    private final int objects;

    private StoreBench(StoreLocation location, int objects) {
        this.location = location;
        this.objects = objects;
    }

    /** Runs the whole program. */
    public static void main(String[] args) throws Exception {
        int objects = args.length > 1 ? Integer.parseInt(args[1]) : 300_000;
        new StoreBench(StoreLocation.parse(args[0]), objects).run();
    }

    private void run() throws Exception {
        System.out.printf("store %s, %,d objects of 1 KB, pages of %d%n", location, objects, PAGE);
        long opening = System.nanoTime();
        Store store = await(Stores.open(vertx, location));
        report("open, empty", millis(opening), "ms");
        StoreCollection locations = fill(store);
        if (!(location instanceof StoreLocation.Memory)) {
            await(store.close());
            opening = System.nanoTime();
            store = await(Stores.open(vertx, location));
            locations = await(store.collection("bench.locations"));
            report("open with its index of all objects", millis(opening), "ms");
        }
        pages(locations);
        throughput(store, locations);
        await(store.close());
        await(vertx.close());
    }

    private StoreCollection fill(Store store) throws Exception {
        StoreCollection locations = await(store.collection("bench.locations"));
        long start = System.nanoTime();
        for (int first = 0; first < objects; first += 1_000) {
            int from = first;
            await(locations.putAll(LongStream.range(from, Math.min(objects, from + 1_000L))
                    .mapToObj(StoreBench::entry)
                    .toList()));
        }
        report("putAll by 1,000", objects * 1e9 / (System.nanoTime() - start), "objects/s");
        return locations;
    }

    private void pages(StoreCollection locations) throws Exception {
        Filter all = Filter.ALL.between(Optional.of(START), Optional.empty());
        Filter delta = Filter.ALL.between(Optional.of(START.plusSeconds(objects - 200L)), Optional.empty());
        Filter party = Filter.scope("NL/P3");
        long end = objects - PAGE;
        pageTimes("page, no filter, offset 0", locations, PageQuery.at(Filter.ALL, 0, PAGE));
        pageTimes("page, no filter, offset " + end, locations, PageQuery.at(Filter.ALL, end, PAGE));
        pageTimes("page, no filter, first by next", locations, PageQuery.after(Filter.ALL, 0, PAGE));
        pageTimes("page, no filter, last by next", locations, PageQuery.after(Filter.ALL, end, PAGE));
        pageTimes("page, date_from matching all, offset 0", locations, PageQuery.at(all, 0, PAGE));
        pageTimes("page, date_from matching all, offset " + end, locations, PageQuery.at(all, end, PAGE));
        pageTimes("page, date_from matching all, last by next", locations, PageQuery.after(all, end, PAGE));
        pageTimes("page, date_from matching 200, offset 0", locations, PageQuery.at(delta, 0, PAGE));
        pageTimes("page, one party of ten, offset 0", locations, PageQuery.at(party, 0, PAGE));
    }

    private void pageTimes(String name, StoreCollection collection, PageQuery query) throws Exception {
        for (int i = 0; i < SAMPLES; i++) {
            await(collection.page(query));
        }
        var nanos = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            Page page = await(collection.page(query));
            nanos[i] = System.nanoTime() - start;
            if (page.items().size() != PAGE) {
                throw new IllegalStateException(name + ": " + page.items().size() + " objects");
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "  %-52s p50 %,6d µs   p99 %,6d µs%n",
                name, nanos[SAMPLES / 2] / 1000, nanos[SAMPLES * 99 / 100] / 1000);
    }

    private void throughput(Store store, StoreCollection locations) throws Exception {
        StoreCollection sessions = await(store.collection("bench.sessions"));
        for (int callers : new int[] {1, 8, 64, 512}) {
            rate("put, " + callers + " in flight", callers, i -> sessions.put(entry(i % 20_000)));
        }
        rate(
                "update (read, change, write), 64 in flight",
                64,
                i -> sessions.update(
                        "L" + i % 20_000, old -> old.with(old.lastUpdated().plusMillis(1), old.json())));
        for (int callers : new int[] {1, 64}) {
            rate("get, " + callers + " in flight", callers, i -> locations.get("L" + i * 7919 % objects));
        }
        rate(
                "page of 50, 64 in flight",
                64,
                i -> locations.page(PageQuery.at(Filter.ALL, i * 7919 % (objects - PAGE), PAGE)));
    }

    private void rate(String name, int callers, LongFunction<Future<?>> call) throws Exception {
        new Loop(call, callers).run(vertx); // warm-up
        report(name, new Loop(call, callers).run(vertx), "/s");
    }

    /** Keeps a number of calls in flight on one event loop for a while. */
    private static final class Loop {
        private final LongFunction<Future<?>> call;
        private final int callers;
        private final Promise<Double> result = Promise.promise();
        private long started;
        private long done;
        private long next;
        private int active;

        Loop(LongFunction<Future<?>> call, int callers) {
            this.call = call;
            this.callers = callers;
            this.active = callers;
        }

        double run(Vertx vertx) throws Exception {
            vertx.runOnContext(start -> {
                started = System.nanoTime();
                for (int i = 0; i < callers; i++) {
                    again();
                }
            });
            return await(result.future());
        }

        private void again() {
            long elapsed = System.nanoTime() - started;
            if (elapsed > RUN_NANOS) {
                if (--active == 0) {
                    result.complete(done * 1e9 / elapsed);
                }
                return;
            }
            call.apply(next++).onFailure(result::tryFail).onSuccess(ok -> {
                done++;
                Vertx.currentContext().runOnContext(turn -> again()); // a store in memory is done at once
            });
        }
    }

    private static Entry entry(long number) {
        String json = "{\"id\":\"L" + number + "\",\"n\":" + System.nanoTime() + ",\"fill\":\"" + FILL + "\"}";
        return new Entry("L" + number, "NL/P" + number % 10, START.plusSeconds(number), json);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.await(120, TimeUnit.SECONDS);
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static void report(String name, double figure, String unit) {
        System.out.printf("  %-52s %,10.0f %s%n", name, figure, unit);
    }
}
