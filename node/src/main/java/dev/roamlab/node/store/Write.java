package dev.roamlab.node.store;

import java.util.Optional;
import java.util.function.Function;

/**
 * One write of a {@link Store#batch}.
 *
 * @param change gets the object under the key if there is one, and returns what shall be there afterwards; bound by the
 *     rules of {@link StoreCollection#compute}
 */
public record Write(StoreCollection collection, String key, Function<Optional<Stored>, Optional<Entry>> change) {

    /** Inserts or replaces an object. */
    public static Write put(StoreCollection collection, Entry entry) {
        return new Write(collection, entry.key(), before -> Optional.of(entry));
    }

    /** Removes the object under a key, if there is one. */
    public static Write remove(StoreCollection collection, String key) {
        return new Write(collection, key, before -> Optional.empty());
    }
}
