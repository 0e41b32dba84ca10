package dev.roamlab.node.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps objects in a SQL database, and in memory an index of each open collection.
 *
 * <p>Reads go to connections of their own and run beside the one writer.
 */
final class JdbcStore implements Store, Engine {

    private final Vertx vertx;
    private final Database database;
    private final HikariDataSource writes;
    private final HikariDataSource reads;
    private final GroupWriter writer;
    private final Threads readers;
    private final Map<String, OpenCollection> collections = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private JdbcStore(Vertx vertx, Database database, HikariDataSource writes, HikariDataSource reads) {
        this.vertx = vertx;
        this.database = database;
        this.writes = writes;
        this.reads = reads;
        this.writer = new GroupWriter(vertx, database, writes);
        this.readers = new Threads(vertx, "store-reader", database.readers());
    }

    /** Brings the database up to date and connects to it. Blocks. */
    static JdbcStore open(Vertx vertx, Database database) {
        try {
            Schema.migrate(database);
            return connect(vertx, database);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static JdbcStore connect(Vertx vertx, Database database) {
        HikariDataSource writes = pool(database, database.pool("store-writes", 1));
        try {
            return new JdbcStore(
                    vertx, database, writes, pool(database, database.pool("store-reads", database.readers())));
        } catch (StoreException failure) {
            writes.close();
            throw failure;
        }
    }

    private static HikariDataSource pool(Database database, HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException failure) {
            throw failure.getCause() instanceof SQLException cause
                    ? database.failure(cause)
                    : new StoreException("store " + database.place() + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public Future<StoreCollection> collection(String name) {
        return guard().compose(open -> readers.call(() -> {
            CollectionName.require(name);
            return collections.computeIfAbsent(name, this::load);
        }));
    }

    private OpenCollection load(String name) {
        try (Connection connection = Transaction.begin(writes)) {
            database.claim(name);
            CollectionTable.Row row = CollectionTable.open(connection, name);
            SeqIndex index = ObjectTable.index(connection, row.id());
            connection.commit();
            return new OpenCollection(vertx, this, name, row.id(), index, Math.max(row.lastSeq(), index.lastSeq()));
        } catch (SQLException failure) {
            throw database.failure(failure);
        }
    }

    @Override
    public Future<List<Change>> batch(List<Write> all) {
        return write(List.copyOf(all));
    }

    @Override
    public Future<List<Change>> write(List<Write> all) {
        return guard().compose(open -> {
            Guard.requireOwn(this, all);
            return writer.write(all);
        });
    }

    @Override
    public Future<Optional<Stored>> get(OpenCollection collection, String key) {
        return read(connection -> ObjectTable.byKeys(connection, collection.id(), List.of(key)).stream()
                .findFirst());
    }

    @Override
    public Future<Page> page(OpenCollection collection, PageQuery query) {
        return read(connection -> {
            OpenCollection.View view = collection.view();
            SeqIndex.Selection selection = view.index().select(query);
            // An object may have changed since the view: what no longer matches has no place on this page.
            List<Stored> items = load(connection, collection, selection).stream()
                    .filter(stored -> query.filter().matches(stored.entry()))
                    .toList();
            return new Page(items, selection.total(), selection.next(), view.version());
        });
    }

    private static List<Stored> load(Connection connection, OpenCollection collection, SeqIndex.Selection selection)
            throws SQLException {
        long[] seqs = selection.seqs();
        if (seqs.length == 0) {
            return List.of();
        }
        return selection.gapless()
                ? ObjectTable.between(connection, collection.id(), seqs[0], seqs[seqs.length - 1])
                : ObjectTable.bySeqs(connection, collection.id(), seqs);
    }

    @Override
    public Future<Long> count(OpenCollection collection, Filter filter) {
        return guard().compose(
                        open -> readers.call(() -> collection.view().index().count(filter)));
    }

    private <T> Future<T> read(Query<T> query) {
        return guard().compose(open -> readers.call(() -> {
            try {
                return once(query);
            } catch (SQLException failure) {
                return again(query, failure);
            }
        }));
    }

    /** A read may be repeated: when the server has been away, only that its connections are stale stands against it. */
    private <T> T again(Query<T> query, SQLException failure) {
        if (!database.isDisconnect(failure)) {
            throw database.failure(failure);
        }
        reads.getHikariPoolMXBean().softEvictConnections();
        try {
            return once(query);
        } catch (SQLException second) {
            throw database.failure(second);
        }
    }

    private <T> T once(Query<T> query) throws SQLException {
        try (Connection connection = reads.getConnection()) {
            return query.run(connection);
        }
    }

    private Future<Void> guard() {
        return Guard.open(closed.get(), database.place());
    }

    @Override
    public Future<Void> close() {
        if (closed.getAndSet(true)) {
            return Future.succeededFuture();
        }
        return Threads.once(vertx, "store-closer", () -> {
                    closeNow();
                    return true;
                })
                .mapEmpty();
    }

    private void closeNow() {
        writer.close();
        readers.close();
        reads.close();
        writes.close();
        database.close();
    }
}
