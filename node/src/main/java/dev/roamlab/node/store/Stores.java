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
        return Threads.once(vertx, "store-opener", () -> JdbcStore.open(vertx, database(location)));
    }

    private static Database database(StoreLocation location) {
        if (location instanceof StoreLocation.Folder folder) {
            return new SqliteDatabase(folder.path());
        }
        if (location instanceof StoreLocation.Postgres postgres) {
            return new PostgresDatabase(postgres);
        }
        throw new IllegalArgumentException("no database for " + location);
    }
}
