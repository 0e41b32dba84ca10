package dev.roamlab.node.store;

import com.zaxxer.hikari.HikariConfig;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** A database on a PostgreSQL server; several processes may share it, though not a collection. */
final class PostgresDatabase implements Database {

    private static final int LOCK_SPACE = 0x6f637069; // sets our advisory locks apart from those of others

    private static final int CLAIM_TIMEOUT_SECONDS = 5;

    private final StoreLocation.Postgres location;
    private Connection claims; // advisory locks live as long as their connection

    PostgresDatabase(StoreLocation.Postgres location) {
        this.location = location;
        try {
            this.claims = connect();
        } catch (SQLException failure) {
            throw failure(failure);
        }
    }

    @Override
    public String place() {
        return location.toString();
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://" + location.host() + ":" + location.port() + "/"
                + URLEncoder.encode(location.database(), StandardCharsets.UTF_8)
                + "?ApplicationName=roamlab&connectTimeout=5&loginTimeout=10&tcpKeepAlive=true&reWriteBatchedInserts=true"
                + (location.options().isEmpty() ? "" : "&" + location.options());
    }

    @Override
    public String user() {
        return location.user();
    }

    @Override
    public String password() {
        return location.password();
    }

    @Override
    public HikariConfig pool(String name, int size) {
        HikariConfig config = Database.super.pool(name, size);
        // Every statement of ours takes a few rows by an index. Without statistics, as while a collection is filled,
        // the
        // server expects far more: it would read whole tables, start workers and compile, for milliseconds each time.
        config.setConnectionInitSql("set enable_seqscan = off; set max_parallel_workers_per_gather = 0; set jit = off");
        return config;
    }

    @Override
    public int readers() {
        return 8;
    }

    @Override
    public synchronized void claim(String collection) throws SQLException {
        if (!claims.isValid(CLAIM_TIMEOUT_SECONDS)) {
            claims.close();
            claims = connect(); // whoever lost the connection to the server claims again
        }
        try (PreparedStatement lock = claims.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            lock.setInt(1, LOCK_SPACE);
            lock.setInt(2, collection.hashCode());
            try (ResultSet answer = lock.executeQuery()) {
                answer.next();
                if (!answer.getBoolean(1)) {
                    throw new StoreException("store " + place() + ": in use, another process has " + collection
                            + " open; stop it, or choose another database");
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    @Override
    public String explain(SQLException failure) {
        String state = state(failure);
        if (state.startsWith("28")) {
            return "user " + user() + " is refused (" + failure.getMessage() + "): check user and password";
        }
        if (state.equals("3D000")) {
            return "there is no database " + location.database() + " on that server: create it first (createdb "
                    + location.database() + ")";
        }
        if (state.equals("42501")) {
            return "user " + user() + " may not do that (" + failure.getMessage()
                    + "): make it the owner of the database, or grant it create on the schema";
        }
        if (state.startsWith("53")) {
            return "the server is out of room or connections (" + failure.getMessage() + ")";
        }
        if (isDisconnect(failure)) {
            return unreachable(failure);
        }
        return "PostgreSQL says: " + failure.getMessage();
    }

    private String unreachable(SQLException failure) {
        if (failure.getCause() instanceof UnknownHostException) {
            return "host " + location.host() + " is not known: check the name";
        }
        return "no PostgreSQL answers at " + location.host() + ":" + location.port() + " (" + failure.getMessage()
                + "): start it or check host and port; a folder in place of the URL needs no server";
    }

    @Override
    public boolean isDisconnect(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08") || state.startsWith("57P") || failure instanceof SQLTransientConnectionException;
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    @Override
    public synchronized void close() {
        try {
            claims.close();
        } catch (SQLException failure) {
            throw failure(failure);
        }
    }
}
