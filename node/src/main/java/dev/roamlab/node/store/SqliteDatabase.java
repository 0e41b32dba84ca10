package dev.roamlab.node.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** A SQLite file in a folder of its own, which belongs to this process for as long as the store is open. */
final class SqliteDatabase implements Database {

    private static final String FILE = "store.db";
    // FULL: an acknowledged write survives a power cut as well, for the price of one fsync per group of writes.
    private static final String SETTINGS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE";

    private final Path folder;
    private final FolderLock lock;

    SqliteDatabase(Path folder) {
        this.folder = folder;
        this.lock = FolderLock.take(folder);
    }

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:sqlite:" + folder.resolve(FILE).toAbsolutePath() + SETTINGS;
    }

    @Override
    public String user() {
        return "";
    }

    @Override
    public String password() {
        return "";
    }

    @Override
    public int readers() {
        return Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public void claim(String collection) {
        // The folder is ours, and every collection in it.
    }

    @Override
    public String explain(SQLException failure) {
        // Compared by code: the driver's exception has a subclass per version of itself.
        int code = failure.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "the disk is full: make room, then try again";
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return FILE + " is damaged or no SQLite file: move it away, or choose another folder";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return FILE + " cannot be written: check the permissions of the file and its folder";
        }
        return "SQLite says: " + failure.getMessage();
    }

    @Override
    public boolean isDisconnect(SQLException failure) {
        return false;
    }

    @Override
    public void close() {
        lock.release();
    }
}
