package dev.roamlab.node.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;

/** What sets one SQL database apart from the other; everything else is common. */
interface Database extends AutoCloseable {

    /** Where it is, for messages; never a password. */
    String place();

    String jdbcUrl();

    String user();

    String password();

    /** How many connections read side by side. */
    int readers();

    /** Sees to it that no other process works on the collection, whose index is held in memory here. */
    void claim(String collection) throws SQLException;

    /** What the failure means, and what to do. */
    String explain(SQLException failure);

    /** Whether the connection is gone, so that it is no use trying the next write. */
    boolean isDisconnect(SQLException failure);

    /** Gives up what it holds beside the pooled connections. */
    @Override
    void close();

    default StoreException failure(SQLException failure) {
        return new StoreException("store " + place() + ": " + explain(failure), failure);
    }

    default HikariConfig pool(String name, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(jdbcUrl());
        config.setUsername(user());
        config.setPassword(password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        return config;
    }
}
