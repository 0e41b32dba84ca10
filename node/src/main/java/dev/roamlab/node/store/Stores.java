package dev.roamlab.node.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Opens stores. */
public final class Stores {

    private Stores() {}

    /** A store in memory, ready at once. */
    public static Store memory(Vertx vertx) {
        return new MemoryStore(vertx);
    }

    /** Opens the store at a place, making it when it is new; fails with a {@link StoreException}. */
    public static Future<Store> open(Vertx vertx, StoreLocation location) {
        if (location instanceof StoreLocation.Memory) {
            return Future.succeededFuture(memory(vertx));
        }
        return Future.failedFuture(new StoreException(location + ": not yet"));
    }
}
