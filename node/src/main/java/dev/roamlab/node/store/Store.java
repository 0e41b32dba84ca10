package dev.roamlab.node.store;

import io.vertx.core.Future;
import java.util.List;

/**
 * Holds named collections of JSON objects for one process.
 *
 * <p>A write is acknowledged (its future succeeds) only when it would survive the death of the process. Every future
 * completes on the Vert.x context it was asked from, and no method blocks its caller. Failures that stem from the
 * database are {@link StoreException}s.
 */
public interface Store {

    /**
     * Opens a collection, creating it when it is new; the same name gives the same object.
     *
     * @param name lower case words joined by dots and dashes, such as {@code cpo.locations}; at most 100 characters
     */
    Future<StoreCollection> collection(String name);

    /**
     * Applies several writes, possibly to several collections of this store, in order and all or nothing.
     *
     * <p>A session that ends, its CDR and the note that the CDR is due to a partner belong together.
     *
     * @return per write what it changed, in the order of the writes
     */
    Future<List<Change>> batch(List<Write> writes);

    /** Finishes what was asked for before, then lets go of files and connections; later calls fail. */
    Future<Void> close();
}
