package dev.roamlab.node.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays writes in memory, over the objects as the database has them, and gathers what is to be saved.
 *
 * <p>A write that fails here has touched nothing, so writes of different callers can share one transaction, and several
 * writes to one key cost the database one.
 */
final class UnitOfWork {

    private final Map<Slot, Optional<Stored>> current = new HashMap<>();
    private final Map<Slot, Optional<Stored>> dirty = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /** A key of a collection. */
    record Slot(OpenCollection collection, String key) {

        static Slot of(Write write) {
            return new Slot((OpenCollection) write.collection(), write.key());
        }
    }

    /** Says what the database has under a key; nothing said means that it has nothing. */
    void found(OpenCollection collection, Stored stored) {
        current.put(new Slot(collection, stored.key()), Optional.of(stored));
    }

    /** Plays the writes in order, all or, when one of their functions throws, none. */
    List<Change> play(List<Write> writes) {
        var mine = new HashMap<Slot, Optional<Stored>>();
        var outcome = new ArrayList<Change>(writes.size());
        for (Write write : writes) {
            Slot slot = Slot.of(write);
            Optional<Stored> before = mine.containsKey(slot) ? get(mine, slot) : get(current, slot);
            Optional<Stored> after = play(write, slot, before);
            mine.put(slot, after);
            outcome.add(new Change(slot.collection(), write.key(), before, after));
        }
        current.putAll(mine);
        outcome.stream().filter(Change::changed).forEach(this::keep);
        return outcome;
    }

    /** What each changed key holds in the end. */
    Map<Slot, Optional<Stored>> dirty() {
        return dirty;
    }

    /** Hands each collection its changes; to be called when they are durable. */
    void publish() {
        var byCollection = new LinkedHashMap<OpenCollection, List<Change>>();
        for (Change change : changes) {
            byCollection
                    .computeIfAbsent((OpenCollection) change.collection(), none -> new ArrayList<>())
                    .add(change);
        }
        byCollection.forEach(OpenCollection::publish);
    }

    private void keep(Change change) {
        dirty.put(new Slot((OpenCollection) change.collection(), change.key()), change.after());
        changes.add(change);
    }

    private static Optional<Stored> play(Write write, Slot slot, Optional<Stored> before) {
        Optional<Entry> wanted = write.change().apply(before);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = wanted.get();
        if (!entry.key().equals(write.key())) {
            throw new IllegalArgumentException("key: a write of " + write.key() + " made it " + entry.key());
        }
        long seq = before.map(Stored::seq).orElseGet(slot.collection()::nextSeq);
        return Optional.of(new Stored(entry, seq));
    }

    private static Optional<Stored> get(Map<Slot, Optional<Stored>> map, Slot slot) {
        return map.getOrDefault(slot, Optional.empty());
    }
}
