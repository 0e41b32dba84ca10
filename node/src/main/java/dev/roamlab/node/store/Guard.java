package dev.roamlab.node.store;

import io.vertx.core.Future;
import java.util.List;

/** Turns away what a store must not be asked. */
final class Guard {

    private Guard() {}

    /** Fails when the store has been closed. */
    static Future<Void> open(boolean closed, String store) {
        return closed
                ? Future.failedFuture(new StoreException("store " + store + ": it has been closed"))
                : Future.succeededFuture();
    }

    static void requireOwn(Engine engine, List<Write> writes) {
        for (Write write : writes) {
            if (!(write.collection() instanceof OpenCollection collection) || collection.engine() != engine) {
                throw new IllegalArgumentException(
                        "collection " + write.collection().name() + " belongs to another store");
            }
        }
    }
}
