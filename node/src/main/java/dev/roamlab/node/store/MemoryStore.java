package dev.roamlab.node.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps everything in memory and forgets it with the process.
 *
 * <p>Each call is done when it returns, so a lab on an accelerated clock runs the same way each time. The lock is held
 * for map operations and the caller's function only.
 */
final class MemoryStore implements Store, Engine {

    private final Vertx vertx;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, OpenCollection> collections = new ConcurrentHashMap<>();
    private final Map<UnitOfWork.Slot, Stored> byKey = new ConcurrentHashMap<>();
    private final Map<Position, Stored> bySeq = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private volatile boolean closed;

    private record Position(long collection, long seq) {}

    MemoryStore(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<StoreCollection> collection(String name) {
        return Guard.open(closed, "memory").map(open -> {
            CollectionName.require(name);
            return collections.computeIfAbsent(name, this::create);
        });
    }

    private OpenCollection create(String name) {
        return new OpenCollection(vertx, this, name, lastId.incrementAndGet(), SeqIndex.EMPTY, 0);
    }

    @Override
    public Future<List<Change>> batch(List<Write> writes) {
        return write(List.copyOf(writes));
    }

    @Override
    public Future<Void> close() {
        closed = true;
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Change>> write(List<Write> writes) {
        return Guard.open(closed, "memory").map(open -> {
            Guard.requireOwn(this, writes);
            writing.lock();
            try {
                return apply(writes);
            } finally {
                writing.unlock();
            }
        });
    }

    private List<Change> apply(List<Write> writes) {
        var work = new UnitOfWork();
        for (Write write : writes) {
            Stored stored = byKey.get(UnitOfWork.Slot.of(write));
            if (stored != null) {
                work.found((OpenCollection) write.collection(), stored);
            }
        }
        List<Change> outcome = work.play(writes);
        outcome.stream().filter(Change::changed).forEach(this::save);
        work.publish();
        return outcome;
    }

    private void save(Change change) {
        var collection = (OpenCollection) change.collection();
        var slot = new UnitOfWork.Slot(collection, change.key());
        change.before().ifPresent(before -> bySeq.remove(new Position(collection.id(), before.seq())));
        change.after()
                .ifPresentOrElse(
                        after -> {
                            byKey.put(slot, after);
                            bySeq.put(new Position(collection.id(), after.seq()), after);
                        },
                        () -> byKey.remove(slot));
    }

    @Override
    public Future<Optional<Stored>> get(OpenCollection collection, String key) {
        return Guard.open(closed, "memory")
                .map(open -> Optional.ofNullable(byKey.get(new UnitOfWork.Slot(collection, key))));
    }

    @Override
    public Future<Page> page(OpenCollection collection, PageQuery query) {
        return Guard.open(closed, "memory").map(open -> {
            OpenCollection.View view = collection.view();
            SeqIndex.Selection selection = view.index().select(query);
            var items = new ArrayList<Stored>(selection.seqs().length);
            for (long seq : selection.seqs()) {
                Stored stored = bySeq.get(new Position(collection.id(), seq));
                if (stored != null && query.filter().matches(stored.entry())) {
                    items.add(stored);
                }
            }
            return new Page(items, selection.total(), selection.next(), view.version());
        });
    }

    @Override
    public Future<Long> count(OpenCollection collection, Filter filter) {
        return Guard.open(closed, "memory")
                .map(open -> collection.view().index().count(filter));
    }
}
