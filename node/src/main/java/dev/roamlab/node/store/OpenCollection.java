package dev.roamlab.node.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A collection of any store: its index, version and listeners; the rest it asks of its engine. */
final class OpenCollection implements StoreCollection {

    private static final Logger LOG = LoggerFactory.getLogger(OpenCollection.class);

    private final Vertx vertx;
    private final Engine engine;
    private final String name;
    private final long id;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile View view;
    private long lastSeq; // only the writer touches it

    private record Listener(Context context, Consumer<Change> consumer) {}

    /** An index and the version it belongs to. */
    record View(SeqIndex index, long version) {}

    OpenCollection(Vertx vertx, Engine engine, String name, long id, SeqIndex index, long lastSeq) {
        this.vertx = vertx;
        this.engine = engine;
        this.name = name;
        this.id = id;
        this.view = new View(index, 0);
        this.lastSeq = lastSeq;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Future<Optional<Stored>> get(String key) {
        return engine.get(this, key);
    }

    @Override
    public Future<Stored> put(Entry entry) {
        return engine.write(List.of(Write.put(this, entry)))
                .map(changes -> changes.get(0).after().orElseThrow());
    }

    @Override
    public Future<List<Stored>> putAll(List<Entry> entries) {
        return engine.write(
                        entries.stream().map(entry -> Write.put(this, entry)).toList())
                .map(changes -> changes.stream()
                        .map(change -> change.after().orElseThrow())
                        .toList());
    }

    @Override
    public Future<Optional<Stored>> compute(String key, Function<Optional<Stored>, Optional<Entry>> change) {
        return engine.write(List.of(new Write(this, key, change)))
                .map(changes -> changes.get(0).after());
    }

    @Override
    public Future<Boolean> remove(String key) {
        return engine.write(List.of(Write.remove(this, key)))
                .map(changes -> changes.get(0).before().isPresent());
    }

    @Override
    public Future<Page> page(PageQuery query) {
        return engine.page(this, query);
    }

    @Override
    public Future<Long> count(Filter filter) {
        return engine.count(this, filter);
    }

    @Override
    public Registration onChange(Consumer<Change> consumer) {
        var listener = new Listener(vertx.getOrCreateContext(), consumer);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public long version() {
        return view.version();
    }

    @Override
    public String toString() {
        return name;
    }

    long id() {
        return id;
    }

    Engine engine() {
        return engine;
    }

    View view() {
        return view;
    }

    /** The writer's: a seq that no object has had. */
    long nextSeq() {
        return ++lastSeq;
    }

    /** The writer's: the greatest seq an object has had. */
    long lastSeq() {
        return lastSeq;
    }

    /** The writer's: makes durable changes of this collection visible to readers and listeners. */
    void publish(List<Change> changes) {
        var edit = new SeqIndexEdit(view.index());
        changes.forEach(change -> index(change, edit));
        view = new View(edit.done(), view.version() + changes.size());
        for (Listener listener : listeners) {
            listener.context().runOnContext(none -> tell(listener, changes));
        }
    }

    /** The writer's: replaces an index that may have lost touch with the database. */
    void reindex(SeqIndex index) {
        lastSeq = Math.max(lastSeq, index.lastSeq());
        view = new View(index, view.version() + 1);
    }

    private static void index(Change change, SeqIndexEdit edit) {
        long seqBefore = change.before().map(Stored::seq).orElse(0L);
        long seqAfter = change.after().map(Stored::seq).orElse(0L);
        if (seqBefore == seqAfter) {
            change.after().ifPresent(edit::replace);
            return;
        }
        change.before().ifPresent(before -> edit.remove(before.seq()));
        change.after().ifPresent(edit::append);
    }

    private void tell(Listener listener, List<Change> changes) {
        if (!listeners.contains(listener)) {
            return;
        }
        for (Change change : changes) {
            try {
                listener.consumer().accept(change);
            } catch (RuntimeException failure) {
                LOG.error("A listener of {} failed at the change of {}", name, change.key(), failure);
            }
        }
    }
}
