package dev.roamlab.emsp;

import dev.roamlab.node.Platform;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.node.objects.ObjectCollection;
import dev.roamlab.node.store.Entry;
import dev.roamlab.ocpi.http.ListPage;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.types.Party;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Fetches a partner's list into a collection, whole or what changed since the last time. Each page is stored before the next
 * is asked for. Used on the node's event loop only.
 */
public final class Pull<T extends Record> {
    private final Platform platform;
    private final Operation<Nothing, T> list;
    private final ObjectCollection<T> into;
    private final Function<T, Identity> identity;
    private final Map<String, Instant> lastPull = new HashMap<>();

    /** @param identity whose an object is and what it is called */
    public Pull(
            Platform platform, Operation<Nothing, T> list, ObjectCollection<T> into, Function<T, Identity> identity) {
        this.platform = platform;
        this.list = list;
        this.into = into;
        this.identity = identity;
    }

    /** Whose an object is, what it is called, and when it last changed. */
    public record Identity(Party owner, String id, Instant lastUpdated) {}

    /** Fetches everything. */
    public Future<Pulled> full(Partner partner) {
        return from(partner, Optional.empty());
    }

    /** Fetches what changed since the last pull from this partner; everything when there was none. */
    public Future<Pulled> delta(Partner partner) {
        return from(partner, Optional.ofNullable(lastPull.get(partner.id())));
    }

    private Future<Pulled> from(Partner partner, Optional<Instant> since) {
        // Taken before the first page: what changes while we crawl is fetched again next time rather than missed.
        Instant begun = platform.lab().clock().instant();
        String query =
                since.map(moment -> "date_from=" + DateTimes.format(moment)).orElse("");
        AtomicReference<Pulled> pulled = new AtomicReference<>(Pulled.NOTHING);
        return platform.calling(partner)
                .pages(list, query, page -> store(partner, page, pulled))
                .map(pages -> {
                    lastPull.put(partner.id(), begun);
                    return pulled.get();
                });
    }

    private Future<Void> store(Partner partner, ListPage<T> page, AtomicReference<Pulled> pulled) {
        List<Entry> entries = page.objects().stream()
                .filter(object ->
                        partner.speaksFor(identity.apply(object.value()).owner()))
                .map(this::entry)
                .toList();
        pulled.updateAndGet(
                sum -> sum.plus(entries.size(), page.refused(), page.objects().size() - entries.size()));
        return into.putAll(entries);
    }

    private Entry entry(Document<T> object) {
        Identity known = identity.apply(object.value());
        return new Entry(
                Keys.of(known.owner(), known.id()), Keys.scope(known.owner()), known.lastUpdated(), object.text());
    }
}
