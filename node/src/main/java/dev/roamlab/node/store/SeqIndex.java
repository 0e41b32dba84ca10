package dev.roamlab.node.store;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * The seqs of a collection in ascending order, each with what filters look at; an immutable snapshot.
 *
 * <p>It makes offset, total and next page a matter of memory: without a filter they cost the same everywhere in the
 * collection, with one they cost a scan over about 20 bytes per object. The bodies stay where they are. It is cut into
 * chunks so that a new snapshot copies only what a change touches.
 */
final class SeqIndex {

    static final SeqIndex EMPTY = new SeqIndex(List.of());

    private final Chunk[] chunks;
    private final int[] starts; // how many objects lie before each chunk
    private final int size;

    SeqIndex(List<Chunk> chunks) {
        this.chunks = chunks.toArray(Chunk[]::new);
        this.starts = new int[this.chunks.length];
        int count = 0;
        for (int i = 0; i < this.chunks.length; i++) {
            starts[i] = count;
            count += this.chunks[i].size();
        }
        this.size = count;
    }

    /** The seqs of one page; a class and not a record for the sake of its array. */
    static final class Selection {
        private final long[] seqs;
        private final boolean gapless;
        private final long total;
        private final OptionalLong next;

        Selection(long[] seqs, boolean gapless, long total, OptionalLong next) {
            this.seqs = seqs;
            this.gapless = gapless;
            this.total = total;
            this.next = next;
        }

        long[] seqs() {
            return seqs;
        }

        /** Whether no other object of the collection lies between the first and the last. */
        boolean gapless() {
            return gapless;
        }

        /** How many objects match in all. */
        long total() {
            return total;
        }

        /** The seq behind which the following page starts. */
        OptionalLong next() {
            return next;
        }
    }

    int size() {
        return size;
    }

    long lastSeq() {
        return size == 0 ? 0 : chunks[chunks.length - 1].lastSeq();
    }

    List<Chunk> chunks() {
        return Arrays.asList(chunks);
    }

    Selection select(PageQuery query) {
        return query.filter().matchesAll() ? slice(query) : scan(query);
    }

    long count(Filter filter) {
        if (filter.matchesAll()) {
            return size;
        }
        var test = new Chunk.Test(filter);
        long total = 0;
        for (Chunk chunk : chunks) {
            total += chunk.count(test);
        }
        return total;
    }

    private Selection slice(PageQuery query) {
        long behind = query.after().isPresent() ? positionAfter(query.after().getAsLong()) : 0;
        int first = (int) Math.min(size, behind + Math.min(query.offset(), size));
        var seqs = new long[Math.min(query.limit(), size - first)];
        int taken = 0;
        for (int c = chunkOf(first); taken < seqs.length; c++) {
            taken += chunks[c].copySeqs(first + taken - starts[c], seqs, taken);
        }
        boolean more = first + taken < size;
        return new Selection(seqs, true, size, next(seqs, taken, more));
    }

    private Selection scan(PageQuery query) {
        var test = new Chunk.Test(query.filter());
        var page = new Collector(query, Math.min(query.limit(), size));
        for (int c = 0; c < chunks.length; c++) {
            chunks[c].forEach(test, starts[c], page);
        }
        var seqs = Arrays.copyOf(page.seqs, page.taken);
        return new Selection(seqs, page.gapless(), page.total, next(seqs, page.taken, page.more));
    }

    private static OptionalLong next(long[] seqs, int taken, boolean more) {
        return more && taken > 0 ? OptionalLong.of(seqs[taken - 1]) : OptionalLong.empty();
    }

    private int chunkOf(int position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }

    private int positionAfter(long seq) {
        int low = 0;
        int high = chunks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks[middle].lastSeq() <= seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == chunks.length ? size : starts[low] + chunks[low].positionAfter(seq);
    }

    /** Counts all that match and keeps those of the page. */
    private static final class Collector implements Chunk.Visitor {
        private final long after;
        private final int limit;
        private final long[] seqs;
        private long toSkip;
        private int firstPosition;
        private int lastPosition;
        private long total;
        private int taken;
        private boolean more;

        Collector(PageQuery query, int capacity) {
            this.after = query.after().orElse(Long.MIN_VALUE);
            this.toSkip = query.offset();
            this.limit = query.limit();
            this.seqs = new long[capacity];
        }

        @Override
        public void matched(long seq, int position) {
            total++;
            if (seq <= after) {
                return;
            }
            if (toSkip > 0) {
                toSkip--;
            } else if (taken < limit) {
                firstPosition = taken == 0 ? position : firstPosition;
                lastPosition = position;
                seqs[taken++] = seq;
            } else {
                more = true;
            }
        }

        boolean gapless() {
            return lastPosition - firstPosition + 1 == taken;
        }
    }
}
