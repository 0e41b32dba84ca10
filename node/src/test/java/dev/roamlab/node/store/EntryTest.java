package dev.roamlab.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class EntryTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void a_key_has_1_to_512_characters() {
        assertThatThrownBy(() -> new Entry("", "", NOON, "{}")).hasMessage("key: empty, at least 1 character");
        assertThatThrownBy(() -> new Entry("x".repeat(513), "", NOON, "{}"))
                .hasMessage("key: 513 characters, at most 512");
        assertThat(new Entry("x".repeat(512), "", NOON, "{}").key()).hasSize(512);
    }

    @Test
    void what_no_database_keeps_is_refused() {
        assertThatThrownBy(() -> new Entry("a\0", "", NOON, "{}")).hasMessageContaining("key: holds NUL");
        assertThatThrownBy(() -> new Entry("a", "\udc00", NOON, "{}")).hasMessageContaining("scope: holds");
        assertThatThrownBy(() -> new Entry("a", "", NOON, "\"\0\"")).hasMessage("json of a: holds NUL");
        assertThatThrownBy(() -> new Entry("a", "", NOON, " ")).hasMessage("json of a: empty");
        assertThatThrownBy(() -> new Entry("a", "", Instant.MAX, "{}")).hasMessageContaining("out of range");
    }

    @Test
    void time_is_held_to_the_microsecond_before_1970_too() {
        assertThat(new Entry("a", "", Instant.parse("2026-11-21T12:00:00.123456789Z"), "{}").lastUpdated())
                .isEqualTo("2026-11-21T12:00:00.123456Z");
        Instant early = Instant.parse("1969-12-31T23:59:59.99999Z");
        assertThat(Micros.toInstant(Micros.of(early))).isEqualTo(early);
        assertThat(Micros.of(early)).isEqualTo(-10);
    }

    @Test
    void only_half_a_surrogate_pair_is_escaped() {
        assertThat(new Entry("a", "", NOON, "\"🔌\ude00 \ud83d\"").json()).isEqualTo("\"🔌\\ude00 \\ud83d\"");
    }

    @Test
    void a_page_query_out_of_bounds_is_refused() {
        assertThatThrownBy(() -> PageQuery.at(Filter.ALL, -1, 1)).hasMessage("offset: -1, at least 0");
        assertThatThrownBy(() -> PageQuery.at(Filter.ALL, 0, 0)).hasMessage("limit: 0, at least 1");
    }
}
