package dev.roamlab.cpo.stations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.RealClock;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.store.Store;
import dev.roamlab.node.store.StoreLocation;
import dev.roamlab.node.store.Stores;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stations told is acknowledged when it is on the disk, and goes there in batches. */
class StationSavesTest {
    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final RealClock clock = new RealClock(1);
    private Store store;
    private ObjectCollection<CommissionedStation> stored;

    @BeforeEach
    void open() throws Exception {
        store = Stores.open(vertx, new StoreLocation.Folder(folder)).await(20, SECONDS);
        stored = ObjectCollection.open(store, "stations", CommissionedStation.class, clock)
                .await(20, SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        store.close().await(20, SECONDS);
        vertx.close().await(20, SECONDS);
        clock.close();
    }

    @Test
    void what_comes_while_a_batch_is_written_goes_together_and_the_last_word_counts() throws Exception {
        AtomicInteger batches = new AtomicInteger();
        stored.raw().onChange(change -> batches.incrementAndGet());
        List<Future<Void>> saves = new ArrayList<>();
        Station first = station("A");
        Future<?> all = onContext(() -> {
            StationSaves queue = new StationSaves(stored, clock);
            for (int i = 0; i < 100; i++) {
                first.report(new ConnectorReport(1, 1, status(i), Optional.of(String.valueOf(i))));
                saves.add(queue.save(first));
                saves.add(queue.save(station("B" + i)));
            }
            return Future.all(saves);
        });
        all.await(20, SECONDS);

        assertThat(stored.count().await(5, SECONDS)).isEqualTo(101);
        assertThat(stored.find("A")
                        .await(5, SECONDS)
                        .map(Document::value)
                        .orElseThrow()
                        .reports())
                .singleElement()
                .satisfies(report -> assertThat(report.error()).contains("99"));
        assertThat(first.isSaved()).isTrue();
        // Each write of a station is one change: without batches A alone would have made a hundred.
        assertThat(batches.get()).isLessThanOrEqualTo(103);
    }

    @Test
    void what_says_nothing_new_is_saved_already() {
        Station station = station("A");
        station.report(new ConnectorReport(1, 1, ConnectorStatus.AVAILABLE, Optional.empty()));
        station.saved(station.told());

        station.report(new ConnectorReport(1, 1, ConnectorStatus.AVAILABLE, Optional.empty()));
        boolean same = station.isSaved();
        station.report(new ConnectorReport(1, 1, ConnectorStatus.FAULTED, Optional.empty()));

        assertThat(same).isTrue();
        assertThat(station.isSaved()).isFalse();
    }

    private static ConnectorStatus status(int i) {
        return i % 2 == 0 ? ConnectorStatus.AVAILABLE : ConnectorStatus.CHARGING;
    }

    private Station station(String id) {
        return new Station(new CommissionedStation(
                id,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                clock.instant()));
    }

    private Future<?> onContext(java.util.function.Supplier<Future<?>> work) {
        io.vertx.core.Promise<Object> promise = io.vertx.core.Promise.promise();
        vertx.getOrCreateContext()
                .runOnContext(go -> work.get().onComplete(done -> {
                    if (done.succeeded()) {
                        promise.complete();
                    } else {
                        promise.fail(done.cause());
                    }
                }));
        return promise.future();
    }
}
