package dev.roamlab.node.store;

import java.util.Arrays;

/** A run of at most {@value #CAPACITY} neighbours in a {@link SeqIndex}, column by column. */
final class Chunk {

    static final int CAPACITY = 512;

    private final long[] seqs;
    private final long[] micros;
    private final String[] scopes;
    private int size;

    private Chunk(long[] seqs, long[] micros, String[] scopes, int size) {
        this.seqs = seqs;
        this.micros = micros;
        this.scopes = scopes;
        this.size = size;
    }

    static Chunk empty() {
        return new Chunk(new long[CAPACITY], new long[CAPACITY], new String[CAPACITY], 0);
    }

    Chunk copy() {
        return new Chunk(seqs.clone(), micros.clone(), scopes.clone(), size);
    }

    int size() {
        return size;
    }

    boolean full() {
        return size == CAPACITY;
    }

    long lastSeq() {
        return seqs[size - 1];
    }

    int positionAfter(long seq) {
        int found = Arrays.binarySearch(seqs, 0, size, seq);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int copySeqs(int from, long[] target, int at) {
        int length = Math.min(size - from, target.length - at);
        System.arraycopy(seqs, from, target, at, length);
        return length;
    }

    void append(long seq, long changedMicros, String scope) {
        seqs[size] = seq;
        micros[size] = changedMicros;
        scopes[size] = scope;
        size++;
    }

    void replace(long seq, long changedMicros, String scope) {
        int at = Arrays.binarySearch(seqs, 0, size, seq);
        micros[at] = changedMicros;
        scopes[at] = scope;
    }

    void remove(long seq) {
        int at = Arrays.binarySearch(seqs, 0, size, seq);
        int behind = size - at - 1;
        System.arraycopy(seqs, at + 1, seqs, at, behind);
        System.arraycopy(micros, at + 1, micros, at, behind);
        System.arraycopy(scopes, at + 1, scopes, at, behind);
        size--;
    }

    long count(Test test) {
        long count = 0;
        for (int i = 0; i < size; i++) {
            if (test.holds(micros[i], scopes[i])) {
                count++;
            }
        }
        return count;
    }

    /** Visits what matches, given the position of the chunk in the index. */
    void forEach(Test test, int start, Visitor visitor) {
        for (int i = 0; i < size; i++) {
            if (test.holds(micros[i], scopes[i])) {
                visitor.matched(seqs[i], start + i);
            }
        }
    }

    /** Is told of each object that matches, in ascending order. */
    interface Visitor {
        void matched(long seq, int position);
    }

    /** A {@link Filter} made ready for the columns. */
    static final class Test {
        private final long from;
        private final long to;
        private final boolean unbounded;
        private final String scope;
        private final boolean anyScope;

        Test(Filter filter) {
            this.from = filter.from().map(Micros::notBefore).orElse(Long.MIN_VALUE);
            this.to = filter.to().map(Micros::notBefore).orElse(Long.MAX_VALUE);
            this.unbounded = filter.to().isEmpty();
            this.scope = filter.scope().orElse("");
            this.anyScope = filter.scope().isEmpty();
        }

        boolean holds(long changedMicros, String itsScope) {
            return changedMicros >= from && (unbounded || changedMicros < to) && (anyScope || scope.equals(itsScope));
        }
    }
}
