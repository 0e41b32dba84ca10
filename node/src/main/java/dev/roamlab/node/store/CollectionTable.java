package dev.roamlab.node.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The statements on the table of collections. */
final class CollectionTable {

    private static final int ATTEMPTS = 10;

    private CollectionTable() {}

    /** A collection as the database knows it. */
    record Row(long id, long lastSeq) {}

    /** Finds a collection, entering it when it is new; leaves the transaction committed. */
    static Row open(Connection connection, String name) throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Row> found = find(connection, name);
            if (found.isPresent()) {
                connection.commit();
                return found.get();
            }
            insert(connection, name);
            connection.commit();
        }
        throw new SQLException("collection " + name + " could not be entered");
    }

    static void rememberLastSeq(Connection connection, long id, long lastSeq) throws SQLException {
        String sql = "update store_collection set last_seq = ? where id = ? and last_seq < ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, lastSeq);
            update.setLong(2, id);
            update.setLong(3, lastSeq);
            update.executeUpdate();
        }
    }

    private static Optional<Row> find(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select id, last_seq from store_collection where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Row(row.getLong(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    private static void insert(Connection connection, String name) throws SQLException {
        // Another process may take the same id for another name at the same time: then nothing is inserted, and the
        // caller tries again. "where true" tells SQLite that "on" does not begin a join.
        String sql = "insert into store_collection (id, name, last_seq)"
                + " select coalesce(max(id), 0) + 1, ?, 0 from store_collection where true on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }
}
