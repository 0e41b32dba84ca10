package dev.roamlab.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;

/** A collection in its simplest form: a map in insertion order; and random calls that compare it with a real one. */
final class StoreModel {

    private static final List<String> SCOPES = List.of("NL/TNM", "DE/ABC", "");

    private final long seed;
    private final Random random;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Future<?>> underWay = new ArrayList<>();
    private long changes;

    StoreModel(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    void run(StoreCollection collection, int steps) throws TimeoutException {
        for (int step = 0; step < steps; step++) {
            write(collection);
            if (random.nextInt(4) == 0) { // several writes under way at once, then a look at the whole
                StoreContract.await(Future.all(underWay));
                underWay.clear();
                compare(collection, "seed " + seed + ", step " + step);
            }
        }
    }

    private void write(StoreCollection collection) {
        String key = "K" + random.nextInt(40);
        switch (random.nextInt(6)) {
            case 0 -> {
                underWay.add(collection.remove(key));
                changes += entries.remove(key) == null ? 0 : 1;
            }
            case 1 -> {
                Instant moment = moment();
                underWay.add(collection.update(key, old -> old.with(moment, "{\"merged\":true}")));
                Optional.ofNullable(entries.get(key)).ifPresent(old -> put(old.with(moment, "{\"merged\":true}")));
            }
            case 2 -> {
                List<Entry> several = List.of(entry(key), entry("K" + random.nextInt(40)), entry(key));
                underWay.add(collection.putAll(several));
                several.forEach(this::put);
            }
            default -> {
                Entry entry = entry(key);
                underWay.add(collection.put(entry));
                put(entry);
            }
        }
    }

    private Entry entry(String key) {
        return new Entry(key, SCOPES.get(random.nextInt(SCOPES.size())), moment(), "{\"n\":" + random.nextInt(5) + "}");
    }

    private Instant moment() {
        return StoreContract.NOON.plusMillis(random.nextInt(20));
    }

    private void put(Entry entry) {
        if (!entry.equals(entries.put(entry.key(), entry))) {
            changes++;
        }
    }

    private void compare(StoreCollection collection, String where) throws TimeoutException {
        Filter filter = filter();
        List<Entry> expected = entries.values().stream().filter(filter::matches).toList();
        assertThat(crawl(collection, filter)).as(where).isEqualTo(expected);

        int offset = random.nextInt(45);
        int limit = 1 + random.nextInt(10);
        Page page = StoreContract.await(collection.page(PageQuery.at(filter, offset, limit)));
        List<Entry> part = expected.stream().skip(offset).limit(limit).toList();
        assertThat(page.items()).as(where).extracting(Stored::entry).isEqualTo(part);
        assertThat(page.total()).as(where).isEqualTo(expected.size());
        assertThat(page.next().isPresent()).as(where).isEqualTo(offset + limit < expected.size());

        assertThat(collection.version()).as(where).isEqualTo(changes);
        String key = "K" + random.nextInt(40);
        assertThat(StoreContract.await(collection.get(key)).map(Stored::entry))
                .as(where)
                .isEqualTo(Optional.ofNullable(entries.get(key)));
    }

    private Filter filter() {
        Filter filter = random.nextBoolean() ? Filter.ALL : Filter.scope(SCOPES.get(random.nextInt(SCOPES.size())));
        return random.nextBoolean() ? filter : filter.between(bound(), bound());
    }

    private Optional<Instant> bound() {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(moment());
    }

    private List<Entry> crawl(StoreCollection collection, Filter filter) throws TimeoutException {
        int limit = 1 + random.nextInt(15);
        var all = new ArrayList<Entry>();
        Page page = StoreContract.await(collection.page(PageQuery.at(filter, 0, limit)));
        while (true) {
            page.items().forEach(stored -> all.add(stored.entry()));
            if (page.next().isEmpty()) {
                return all;
            }
            long after = page.next().getAsLong();
            page = StoreContract.await(collection.page(PageQuery.after(filter, after, limit)));
        }
    }
}
