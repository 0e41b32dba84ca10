package dev.roamlab.node.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Objects of one kind, each under a key, in the order of their creation.
 *
 * <p>Writes to one key take effect in the order of the calls. A read sees every write acknowledged before it was asked
 * for; whether it sees one still on its way is left open.
 */
public interface StoreCollection {

    /** The name it was opened under. */
    String name();

    /** Finds the object under a key; keys are compared exactly, so a caller folds case beforehand. */
    Future<Optional<Stored>> get(String key);

    /** Inserts an object or replaces the one under its key, which keeps its place in the order of creation. */
    Future<Stored> put(Entry entry);

    /** Puts several objects in one transaction: all of them or, on failure, none. */
    Future<List<Stored>> putAll(List<Entry> entries);

    /**
     * Changes the object under a key as one atomic step, for a PATCH for example.
     *
     * <p>What {@code change} throws is the failure of the future, and nothing is written. Returning what it was given
     * leaves the object alone. It runs off the event loop, at times more than once: it must be quick and without side
     * effects, and must not wait for the store.
     *
     * @return the object as it stands now; empty when there is none under this key, and then nothing is called
     */
    default Future<Optional<Stored>> update(String key, UnaryOperator<Entry> change) {
        return compute(key, stored -> stored.map(Stored::entry).map(change));
    }

    /**
     * Decides about a key from what is there now, as one atomic step: insert, replace, remove or refuse.
     *
     * <p>The function gets the object if there is one and returns what shall be there afterwards; empty removes. It is
     * bound by the same rules as that of {@link #update}.
     *
     * @return the object as it stands now
     */
    Future<Optional<Stored>> compute(String key, Function<Optional<Stored>, Optional<Entry>> change);

    /** Removes the object under a key; false when there was none. */
    Future<Boolean> remove(String key);

    /** Reads one page in the order of creation, oldest first. */
    Future<Page> page(PageQuery query);

    /** Counts the objects that match. */
    Future<Long> count(Filter filter);

    /**
     * Tells a listener of each change from now on, once it is durable, in the order of the changes.
     *
     * <p>The listener is called on the Vert.x context that registered it, before or after the writer learns that its
     * write is done.
     */
    Registration onChange(Consumer<Change> listener);

    /**
     * How many changes there have been since the store was opened: as long as it stays the same, what was read stays
     * true. To cache something made from a page keep it under {@link Page#version()}.
     */
    long version();
}
