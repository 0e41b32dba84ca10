package dev.roamlab.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreLocationTest {

    @Test
    void the_word_memory_means_memory_and_any_other_a_folder() {
        assertThat(StoreLocation.parse("memory")).isEqualTo(new StoreLocation.Memory());
        assertThat(StoreLocation.parse("./memory")).isEqualTo(new StoreLocation.Folder(Path.of("./memory")));
        assertThat(StoreLocation.parse(" state ")).isEqualTo(new StoreLocation.Folder(Path.of("state")));
    }

    @Test
    void a_postgresql_url_is_taken_apart() {
        assertThat(StoreLocation.parse("postgresql://lab:p%40ss+:w@db.example:5433/roam?sslmode=require"))
                .isEqualTo(new StoreLocation.Postgres("db.example", 5433, "roam", "lab", "p@ss+:w", "sslmode=require"));
        assertThat(StoreLocation.parse("postgres://lab:a@b@[::1]/roam"))
                .isEqualTo(new StoreLocation.Postgres("[::1]", 5432, "roam", "lab", "a@b", ""));
    }

    @Test
    void without_a_user_it_is_the_one_of_this_process() {
        assertThat(((StoreLocation.Postgres) StoreLocation.parse("postgresql://localhost/roam")).user())
                .isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void the_password_is_never_shown() {
        assertThat(StoreLocation.parse("postgresql://lab:s3cret@h/d")).hasToString("postgresql://lab:***@h:5432/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://lab:s3cret@",
                "postgresql://lab:s3cret@h",
                "postgresql://lab:s3cret@h/",
                "postgresql:///d"
            })
    void a_broken_postgresql_url_is_refused_with_the_form_wanted(String url) {
        assertThatThrownBy(() -> StoreLocation.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postgresql://user:password@host:5432/database")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "x"})
    void a_port_out_of_range_is_refused(String port) {
        assertThatThrownBy(() -> StoreLocation.parse("postgresql://lab@h:" + port + "/d"))
                .hasMessageContaining("port " + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://h/d", "jdbc:sqlite://x", "https://h"})
    void another_kind_of_database_is_refused(String url) {
        assertThatThrownBy(() -> StoreLocation.parse(url))
                .hasMessageContaining("is not a kind of store we know")
                .hasMessageContaining("give a folder");
    }

    @Test
    void nothing_and_what_is_no_path_are_refused() {
        assertThatThrownBy(() -> StoreLocation.parse(" ")).hasMessageContaining("empty");
        assertThatThrownBy(() -> StoreLocation.parse("a\0b")).hasMessageContaining("is no path");
    }
}
