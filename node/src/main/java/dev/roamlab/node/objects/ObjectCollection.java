package dev.roamlab.node.objects;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.store.Entry;
import dev.roamlab.node.store.Filter;
import dev.roamlab.node.store.PageQuery;
import dev.roamlab.node.store.Store;
import dev.roamlab.node.store.StoreCollection;
import dev.roamlab.node.store.Stored;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** OCPI objects of one type in a store. They are kept as JSON in the model's form, so that unknown fields survive. */
public final class ObjectCollection<T extends Record> {
    private static final String LAST_UPDATED = "last_updated";

    private final StoreCollection collection;
    private final Class<T> type;
    private final LabClock clock;

    private ObjectCollection(StoreCollection collection, Class<T> type, LabClock clock) {
        this.collection = collection;
        this.type = type;
        this.clock = clock;
    }

    /** Opens a collection of a store. */
    public static <T extends Record> Future<ObjectCollection<T>> open(
            Store store, String name, Class<T> type, LabClock clock) {
        return clock.holding("opening " + name, store.collection(name))
                .map(collection -> new ObjectCollection<>(collection, type, clock));
    }

    /** The collection underneath, for paging and batches. */
    public StoreCollection raw() {
        return collection;
    }

    /** What the collection holds. */
    public Class<T> type() {
        return type;
    }

    /** The object under a key. */
    public Future<Optional<Document<T>>> find(String key) {
        return held(collection.get(key)).map(stored -> stored.map(this::document));
    }

    /** The first objects of a scope, oldest first; empty text for those of all scopes. */
    public Future<List<Document<T>>> first(int limit, String scope) {
        Filter filter = scope.isEmpty() ? Filter.ALL : Filter.scope(scope);
        return held(collection.page(PageQuery.at(filter, 0, limit)))
                .map(page -> page.items().stream().map(this::document).toList());
    }

    /** How many objects there are. */
    public Future<Long> count() {
        return held(collection.count(Filter.ALL));
    }

    /**
     * Stores a whole object.
     *
     * @return whether it is new
     */
    public Future<Boolean> put(String key, String scope, Instant lastUpdated, Document<T> object) {
        var created = new boolean[1];
        return held(collection.compute(key, before -> {
                    created[0] = before.isEmpty();
                    return Optional.of(new Entry(key, scope, lastUpdated, object.text()));
                }))
                .map(stored -> created[0]);
    }

    /** Stores many whole objects at once, all or none. */
    public Future<Void> putAll(List<Entry> entries) {
        return held(collection.putAll(entries)).mapEmpty();
    }

    /**
     * Changes the object under a key, as one step.
     *
     * @param change what it throws becomes the failure, and nothing is written
     * @return the changed object; empty when there is none under the key
     */
    public Future<Optional<Document<T>>> change(String key, Instant lastUpdated, UnaryOperator<Document<T>> change) {
        return held(collection.update(key, entry -> {
                    Document<T> changed = change.apply(Document.stored(type, entry.json()));
                    return entry.with(lastUpdated, changed.text());
                }))
                .map(stored -> stored.map(this::document));
    }

    /**
     * Applies a partner's PATCH: a merge onto the stored object, then a normal decode. Spec: transport_and_format_patch.
     *
     * @return the changed object; fails with 2001 when the result is invalid or {@code last_updated} is missing, and with
     *     404 when there is no such object
     */
    public Future<Document<T>> patch(String key, ObjectNode changes) {
        return patch(key, changes, document -> merge(document, changes));
    }

    /** As {@link #patch(String, ObjectNode)}, with a merge of the module's own. */
    public Future<Document<T>> patch(String key, ObjectNode changes, UnaryOperator<Document<T>> merge) {
        Instant lastUpdated = lastUpdated(changes);
        return change(key, lastUpdated, merge)
                .map(changed -> changed.orElseThrow(
                        () -> OcpiException.notFound("there is no such object here; send it whole, with PUT")));
    }

    /** Merges changes into an object; fails with 2001 when the result is none. */
    public static <T extends Record> Document<T> merge(Document<T> document, ObjectNode changes) {
        try {
            return document.merge(changes);
        } catch (InvalidObject invalid) {
            throw OcpiException.invalid(invalid);
        }
    }

    /** The {@code last_updated} that every PATCH must carry; fails with 2001 without it. */
    public static Instant lastUpdated(ObjectNode changes) {
        String text = changes.path(LAST_UPDATED).asText("");
        if (text.isEmpty()) {
            throw OcpiException.invalid("/last_updated: required in every PATCH, but missing");
        }
        return DateTimes.parse(text)
                .orElseThrow(() -> OcpiException.invalid(
                        "/last_updated: must be a DateTime in UTC such as 2026-11-21T10:00:00Z, found " + text));
    }

    /** Removes the object under a key. */
    public Future<Boolean> remove(String key) {
        return held(collection.remove(key));
    }

    /** Reads what the store holds. */
    public Document<T> document(Stored stored) {
        return Document.stored(type, stored.json());
    }

    private <V> Future<V> held(Future<V> work) {
        return clock.holding(collection.name(), work);
    }
}
