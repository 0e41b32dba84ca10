package dev.roamlab.node.store;

import java.nio.file.Path;

/** Where a store is to be found. */
public sealed interface StoreLocation {

    /** Nowhere but in this process; gone with it. */
    record Memory() implements StoreLocation {
        @Override
        public String toString() {
            return "memory";
        }
    }

    /** A folder, made when it is missing, that holds the file of an embedded database. */
    record Folder(Path path) implements StoreLocation {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * A database on a PostgreSQL server.
     *
     * @param options what followed the question mark, as the driver takes it; may be empty
     */
    record Postgres(String host, int port, String database, String user, String password, String options)
            implements StoreLocation {
        /** As a URL, without the password. */
        @Override
        public String toString() {
            return "postgresql://" + user + (password.isEmpty() ? "" : ":***") + "@" + host + ":" + port + "/"
                    + database;
        }
    }

    /**
     * Reads a location as a user writes it: {@code memory}, a folder, or {@code postgresql://user:password@host/db}.
     *
     * @throws IllegalArgumentException saying what is wrong with it, never showing a password
     */
    static StoreLocation parse(String text) {
        return StoreLocationParser.parse(text);
    }
}
