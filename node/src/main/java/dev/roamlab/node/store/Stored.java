package dev.roamlab.node.store;

import java.time.Instant;

/**
 * An object as the store holds it.
 *
 * @param seq its place in the order of creation within the collection: later objects have greater numbers, updates keep
 *     it, and no number is used twice
 */
public record Stored(Entry entry, long seq) {

    /** The key of the entry. */
    public String key() {
        return entry.key();
    }

    /** The scope of the entry. */
    public String scope() {
        return entry.scope();
    }

    /** When the object last changed. */
    public Instant lastUpdated() {
        return entry.lastUpdated();
    }

    /** The object as JSON text. */
    public String json() {
        return entry.json();
    }
}
