package dev.roamlab.node.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the next snapshot of a {@link SeqIndex}; used by one thread, once. */
final class SeqIndexEdit {

    private final List<Chunk> chunks;
    private final Set<Chunk> owned = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, String> scopes = new HashMap<>();

    SeqIndexEdit(SeqIndex index) {
        this.chunks = new ArrayList<>(index.chunks());
    }

    /** Adds an object with a seq beyond all others. */
    SeqIndexEdit append(Stored stored) {
        return append(stored.seq(), Micros.of(stored.lastUpdated()), stored.scope());
    }

    SeqIndexEdit append(long seq, long changedMicros, String scope) {
        if (chunks.isEmpty() || chunks.get(chunks.size() - 1).full()) {
            Chunk fresh = Chunk.empty();
            owned.add(fresh);
            chunks.add(fresh);
        }
        own(chunks.size() - 1).append(seq, changedMicros, shared(scope));
        return this;
    }

    SeqIndexEdit replace(Stored stored) {
        own(find(stored.seq())).replace(stored.seq(), Micros.of(stored.lastUpdated()), shared(stored.scope()));
        return this;
    }

    SeqIndexEdit remove(long seq) {
        int at = find(seq);
        Chunk chunk = own(at);
        chunk.remove(seq);
        if (chunk.size() == 0) {
            chunks.remove(at);
        }
        return this;
    }

    SeqIndex done() {
        return new SeqIndex(chunks);
    }

    private Chunk own(int at) {
        Chunk chunk = chunks.get(at);
        if (owned.contains(chunk)) {
            return chunk;
        }
        Chunk copy = chunk.copy();
        owned.add(copy);
        chunks.set(at, copy);
        return copy;
    }

    private int find(long seq) {
        int low = 0;
        int high = chunks.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks.get(middle).lastSeq() < seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** There are few scopes and many objects: one string each will do. */
    private String shared(String scope) {
        return scopes.computeIfAbsent(scope, String::intern);
    }
}
