package dev.roamlab.node.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where a transaction begins; it ends with {@code commit}, or is rolled back by the pool when the connection closes. */
final class Transaction {

    private Transaction() {}

    /**
     * A connection out of auto-commit. The pool puts it back in, which matters: out of it, SQLite's driver begins the
     * next transaction at once and would hold the write lock while nothing is to be done.
     */
    static Connection begin(DataSource connections) throws SQLException {
        Connection connection = connections.getConnection();
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }
}
