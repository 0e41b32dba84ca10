package dev.roamlab.node.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/** A PostgreSQL server, started once for all tests of this JVM; it ends with it. */
final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (Exception failure) {
                throw new IllegalStateException("the embedded PostgreSQL does not start", failure);
            }
        }
    }

    static boolean runsHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    static int port() {
        if (!runsHere()) {
            throw new TestAbortedException("no PostgreSQL binary for this platform: only linux on amd64 is bundled");
        }
        return Running.SERVER.getPort();
    }

    /** Makes a database and gives its name. */
    static String newDatabase() throws Exception {
        String name = "store_" + DATABASES.incrementAndGet();
        sql("postgres", "create database " + name);
        return name;
    }

    static String url(String database) {
        return "postgresql://postgres@localhost:" + port() + "/" + database;
    }

    static void sql(String database, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port() + "/" + database, "postgres", "");
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
