package dev.roamlab.node.objects;

import dev.roamlab.node.Platform;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Fetches a partner's list, whole or what changed since the last time. Each page is stored before the next is asked for.
 * Used on the node's event loop only.
 */
public final class Pull<T extends Record> {
    private final Platform platform;
    private final Operation<Nothing, T> list;
    private final Function<T, Identity> identity;
    private final Function<List<Document<T>>, Future<?>> keep;
    private final Map<String, Instant> lastPull = new HashMap<>();

    /**
     * @param identity whose an object is and what it is called
     * @param keep stores the objects of a page
     */
    public Pull(
            Platform platform,
            Operation<Nothing, T> list,
            Function<T, Identity> identity,
            Function<List<Document<T>>, Future<?>> keep) {
        this.platform = platform;
        this.list = list;
        this.identity = identity;
        this.keep = keep;
    }

    /** A pull into a collection, under keys of owner and id. */
    public static <T extends Record> Pull<T> into(
            ObjectCollection<T> collection,
            Platform platform,
            Operation<Nothing, T> list,
            Function<T, Identity> identity) {
        return new Pull<>(
                platform,
                list,
                identity,
                objects -> collection.putAll(
                        objects.stream().map(object -> entry(object, identity)).toList()));
    }

    /** Whose an object is, what it is called, and when it last changed. */
    public record Identity(Party owner, String id, Instant lastUpdated) {}

    /** Fetches everything, in pages as the partner likes them. */
    public Future<Pulled> full(Partner partner) {
        return full(partner, OptionalInt.empty());
    }

    /** Fetches everything, so many objects at a time. */
    public Future<Pulled> full(Partner partner, OptionalInt pageSize) {
        return from(partner, Optional.empty(), pageSize);
    }

    /** Fetches what changed since the last pull from this partner; everything when there was none. */
    public Future<Pulled> delta(Partner partner, OptionalInt pageSize) {
        return from(partner, Optional.ofNullable(lastPull.get(partner.id())), pageSize);
    }

    private Future<Pulled> from(Partner partner, Optional<Instant> since, OptionalInt pageSize) {
        // Taken before the first page: what changes while we crawl is fetched again next time rather than missed.
        Instant begun = platform.lab().clock().instant();
        List<String> query = new ArrayList<>();
        since.ifPresent(moment -> query.add("date_from=" + DateTimes.format(moment)));
        pageSize.ifPresent(size -> query.add("limit=" + size));
        AtomicReference<Pulled> pulled = new AtomicReference<>(Pulled.NOTHING);
        return platform.calling(partner)
                .pages(list, String.join("&", query), page -> store(partner, page, pulled))
                .map(pages -> {
                    lastPull.put(partner.id(), begun);
                    return pulled.get();
                });
    }

    private Future<?> store(Partner partner, ListPage<T> page, AtomicReference<Pulled> pulled) {
        List<Document<T>> theirs = page.objects().stream()
                .filter(object ->
                        partner.speaksFor(identity.apply(object.value()).owner()))
                .toList();
        pulled.updateAndGet(
                sum -> sum.plus(theirs.size(), page.refused(), page.objects().size() - theirs.size()));
        return keep.apply(theirs);
    }

    private static <T extends Record> Entry entry(Document<T> object, Function<T, Identity> identity) {
        Identity known = identity.apply(object.value());
        return new Entry(
                Keys.of(known.owner(), known.id()), Keys.scope(known.owner()), known.lastUpdated(), object.text());
    }
}
