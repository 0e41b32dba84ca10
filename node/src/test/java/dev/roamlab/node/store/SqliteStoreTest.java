package dev.roamlab.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends DurableStoreContract {

    @TempDir
    Path temp;

    @Override
    StoreLocation location() {
        return StoreLocation.parse(temp.resolve("state/here").toString());
    }

    @Override
    void sql(String statement) throws Exception {
        String url = "jdbc:sqlite:" + temp.resolve("state/here/store.db") + "?busy_timeout=10000";
        try (var connection = DriverManager.getConnection(url);
                var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    @Test
    void a_folder_that_is_open_already_is_refused() {
        assertThatThrownBy(() -> await(open()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(temp.toString())
                .hasMessageContaining("in use, this process has it open already");
    }

    @Test
    void a_folder_another_process_holds_is_refused_with_its_number() throws Exception {
        Path folder = temp.resolve("held");
        try (var holder = LockHolder.start(folder)) {
            assertThatThrownBy(() -> await(Stores.open(vertx, new StoreLocation.Folder(folder))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("process " + holder.pid() + " has it open");
        }
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws Exception {
        Path file = Files.writeString(temp.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> await(Stores.open(vertx, new StoreLocation.Folder(file))))
                .hasMessageContaining("is a file, wanted a folder");
        assertThatThrownBy(() -> await(Stores.open(vertx, new StoreLocation.Folder(file.resolve("below")))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("choose another folder");
    }

    @Test
    void a_folder_without_permission_is_refused() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("locked"));
        assumeFalse(!folder.toFile().setWritable(false) || Files.isWritable(folder), "this user may write anywhere");

        assertThatThrownBy(() -> await(Stores.open(vertx, new StoreLocation.Folder(folder))))
                .hasMessageContaining("not writable");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_the_folder_is_free_again() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("odd"));
        Files.writeString(folder.resolve("store.db"), "this is not a database, and long enough to be seen as none");

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> await(Stores.open(vertx, new StoreLocation.Folder(folder))))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("store.db is damaged or no SQLite file");
        }
    }

    @Test
    void the_journal_is_synced_at_each_commit() throws Exception {
        var database = new SqliteDatabase(temp.resolve("settings"));
        try (var connection = DriverManager.getConnection(database.jdbcUrl());
                var query = connection.createStatement()) {
            assertThat(query.executeQuery("pragma synchronous").getInt(1)).isEqualTo(2);
            assertThat(query.executeQuery("pragma journal_mode").getString(1)).isEqualTo("wal");
        } finally {
            database.close();
        }
    }

    @Override
    String trueLiteral() {
        return "1";
    }
}
