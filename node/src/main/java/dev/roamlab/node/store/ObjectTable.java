package dev.roamlab.node.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements on the table of objects, which run unchanged on both databases. */
final class ObjectTable {

    private static final String COLUMNS = "select object_key, scope, last_updated, seq, body from store_object";
    // "+ 0" leaves the planner no index but the one on the key or the seq. Without statistics, as for a collection
    // being
    // filled, PostgreSQL otherwise expects few objects in it and filters them all.
    private static final String IN_COLLECTION = " where collection_id + 0 = ? and ";
    // In-lists come in few lengths, so that there are few statements for a server to prepare.
    private static final int[] LIST_LENGTHS = {1, 10, 100};

    private ObjectTable() {}

    static List<Stored> byKeys(Connection connection, long collection, Collection<String> keys) throws SQLException {
        return inList(connection, collection, "object_key", keys, "");
    }

    static List<Stored> bySeqs(Connection connection, long collection, long[] seqs) throws SQLException {
        List<Long> list = Arrays.stream(seqs).boxed().toList();
        return inList(connection, collection, "seq", list, " order by seq");
    }

    static List<Stored> between(Connection connection, long collection, long firstSeq, long lastSeq)
            throws SQLException {
        String sql = COLUMNS + " where collection_id = ? and seq between ? and ? order by seq";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, collection);
            select.setLong(2, firstSeq);
            select.setLong(3, lastSeq);
            return read(select, new ArrayList<>());
        }
    }

    /** Reads what an index holds of every object, in ascending order of seq. */
    static SeqIndex index(Connection connection, long collection) throws SQLException {
        String sql = "select seq, last_updated, scope from store_object where collection_id = ? order by seq";
        var edit = new SeqIndexEdit(SeqIndex.EMPTY);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(10_000);
            select.setLong(1, collection);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    edit.append(row.getLong(1), row.getLong(2), row.getString(3));
                }
            }
        }
        return edit.done();
    }

    /** Writes what each key shall hold. */
    static void save(Connection connection, Map<UnitOfWork.Slot, Optional<Stored>> dirty) throws SQLException {
        delete(connection, dirty);
        upsert(connection, dirty);
    }

    private static void upsert(Connection connection, Map<UnitOfWork.Slot, Optional<Stored>> dirty)
            throws SQLException {
        String sql = "insert into store_object (collection_id, object_key, scope, last_updated, seq, body)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (object_key, collection_id) do update set"
                + " scope = excluded.scope, last_updated = excluded.last_updated, seq = excluded.seq,"
                + " body = excluded.body";
        try (PreparedStatement upsert = connection.prepareStatement(sql)) {
            for (var change : dirty.entrySet()) {
                if (change.getValue().isPresent()) {
                    bind(
                            upsert,
                            change.getKey().collection().id(),
                            change.getValue().get());
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }

    private static void bind(PreparedStatement upsert, long collection, Stored stored) throws SQLException {
        upsert.setLong(1, collection);
        upsert.setString(2, stored.key());
        upsert.setString(3, stored.scope());
        upsert.setLong(4, Micros.of(stored.lastUpdated()));
        upsert.setLong(5, stored.seq());
        upsert.setString(6, stored.json());
    }

    private static void delete(Connection connection, Map<UnitOfWork.Slot, Optional<Stored>> dirty)
            throws SQLException {
        Set<OpenCollection> touched = new HashSet<>();
        String sql = "delete from store_object where collection_id = ? and object_key = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            for (var change : dirty.entrySet()) {
                if (change.getValue().isEmpty()) {
                    delete.setLong(1, change.getKey().collection().id());
                    delete.setString(2, change.getKey().key());
                    delete.addBatch();
                    touched.add(change.getKey().collection());
                }
            }
            if (!touched.isEmpty()) {
                delete.executeBatch();
            }
        }
        for (OpenCollection collection : touched) {
            // The greatest seq may have gone with the object, and must not be given again after a restart.
            CollectionTable.rememberLastSeq(connection, collection.id(), collection.lastSeq());
        }
    }

    private static List<Stored> inList(
            Connection connection, long collection, String column, Collection<?> values, String order)
            throws SQLException {
        var found = new ArrayList<Stored>(values.size());
        List<?> rest = List.copyOf(values);
        while (!rest.isEmpty()) {
            int length = listLength(rest.size());
            List<?> part = rest.subList(0, Math.min(length, rest.size()));
            rest = rest.subList(part.size(), rest.size());
            String marks = "?" + ", ?".repeat(length - 1);
            String sql = COLUMNS + IN_COLLECTION + column + " in (" + marks + ")" + order;
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, collection);
                for (int i = 0; i < length; i++) {
                    select.setObject(i + 2, part.get(Math.min(i, part.size() - 1)));
                }
                read(select, found);
            }
        }
        return found;
    }

    private static int listLength(int wanted) {
        for (int length : LIST_LENGTHS) {
            if (length >= wanted) {
                return length;
            }
        }
        return LIST_LENGTHS[LIST_LENGTHS.length - 1];
    }

    private static List<Stored> read(PreparedStatement select, List<Stored> into) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                var entry = new Entry(
                        row.getString(1), row.getString(2), Micros.toInstant(row.getLong(3)), row.getString(5));
                into.add(new Stored(entry, row.getLong(4)));
            }
        }
        return into;
    }
}
