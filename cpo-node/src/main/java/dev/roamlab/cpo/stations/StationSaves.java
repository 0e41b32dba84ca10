package dev.roamlab.cpo.stations;

import dev.roamlab.lab.LabClock;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.store.Entry;
import dev.roamlab.ocpi.json.Document;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes stations to the store, one batch at a time: what comes while a batch is under way waits for the next, each station
 * once. So a quiet node writes at once, and a busy one writes as fast as its store allows, whatever the number of messages.
 * Nothing counts as saved before its batch is. Used on the node's event loop only.
 */
final class StationSaves {
    private static final int MOST = 1_000;

    private final ObjectCollection<CommissionedStation> stored;
    private final LabClock clock;
    private final Map<String, Due> waiting = new LinkedHashMap<>();
    private boolean saving;

    StationSaves(ObjectCollection<CommissionedStation> stored, LabClock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** A station and those who wait for it to be saved. */
    private record Due(Station station, Promise<Void> done) {}

    /** A station on its way to the store, as it was told. */
    private record Saving(Due due, CommissionedStation told) {}

    /** Saves a station as it is by then. */
    Future<Void> save(Station station) {
        Future<Void> done = waiting.computeIfAbsent(station.id(), id -> new Due(station, Promise.promise()))
                .done()
                .future();
        if (!saving) {
            next();
        }
        return done;
    }

    /** How many stations wait for their batch. */
    int waiting() {
        return waiting.size();
    }

    private void next() {
        Instant now = clock.instant();
        List<Saving> batch = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Iterator<Due> due = waiting.values().iterator(); due.hasNext() && batch.size() < MOST; ) {
            Due next = due.next();
            due.remove();
            try {
                entries.add(entry(next.station(), now));
                batch.add(new Saving(next, next.station().told()));
            } catch (IllegalArgumentException unfit) {
                // One station's odd id must not keep the others from being saved.
                next.done().fail(unfit);
            }
        }
        if (batch.isEmpty()) {
            return;
        }
        saving = true;
        stored.putAll(entries).onComplete(stored -> {
            saving = false;
            if (!waiting.isEmpty()) {
                next();
            }
            for (Saving one : batch) {
                if (stored.succeeded()) {
                    one.due().station().saved(one.told());
                    one.due().done().complete();
                } else {
                    one.due().done().fail(stored.cause());
                }
            }
        });
    }

    private static Entry entry(Station station, Instant now) {
        CommissionedStation record = CommissionedStationBuilder.builder(station.record())
                .lastUpdated(now)
                .build();
        return new Entry(
                station.id(), "", record.lastUpdated(), Document.of(record).text());
    }
}
