package dev.roamlab.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SeqIndexTest {

    private static SeqIndex filled(int count) {
        var edit = new SeqIndexEdit(SeqIndex.EMPTY);
        for (int seq = 1; seq <= count; seq++) {
            edit.append(seq, seq, "S");
        }
        return edit.done();
    }

    @Test
    void a_snapshot_does_not_change() {
        SeqIndex before = filled(600);

        SeqIndex after = new SeqIndexEdit(before)
                .remove(600)
                .remove(1)
                .append(601, 0, "T")
                .done();

        assertThat(before.size()).isEqualTo(600);
        assertThat(before.select(PageQuery.at(Filter.ALL, 0, 1)).seqs()).containsExactly(1);
        assertThat(after.select(PageQuery.at(Filter.ALL, 598, 9)).seqs()).containsExactly(601);
        assertThat(after.count(Filter.scope("T"))).isEqualTo(1);
        assertThat(after.count(Filter.scope("S"))).isEqualTo(598);
    }

    @Test
    void a_page_across_chunks_is_whole_at_any_depth() {
        SeqIndex index = filled(300_000);

        for (int offset : new int[] {0, 511, 512, 1000, 299_900}) {
            long[] seqs = index.select(PageQuery.at(Filter.ALL, offset, 100)).seqs();
            assertThat(seqs).hasSize(100);
            assertThat(seqs[0]).isEqualTo(offset + 1);
            assertThat(seqs[99]).isEqualTo(offset + 100);
        }
    }

    @Test
    void after_a_seq_that_is_gone_comes_the_next_one() {
        SeqIndex index = new SeqIndexEdit(filled(1200)).remove(512).remove(513).done();

        assertThat(index.select(PageQuery.after(Filter.ALL, 512, 1)).seqs()).containsExactly(514);
        assertThat(index.select(PageQuery.after(Filter.ALL, 1200, 1)).seqs()).isEmpty();
        assertThat(index.select(PageQuery.after(Filter.ALL, Long.MAX_VALUE, 1)).next())
                .isEmpty();
    }

    @Test
    void removing_everything_leaves_nothing() {
        SeqIndex full = filled(1025);
        var edit = new SeqIndexEdit(full);
        for (int seq = 1; seq <= 1025; seq++) {
            edit.remove(seq);
        }

        SeqIndex index = edit.done();

        assertThat(index.size()).isZero();
        assertThat(index.lastSeq()).isZero();
        assertThat(index.select(PageQuery.at(Filter.ALL, 0, 10)).seqs()).isEmpty();
    }
}
