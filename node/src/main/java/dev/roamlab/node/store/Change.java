package dev.roamlab.node.store;

import java.util.Optional;

/**
 * What a write did to one key.
 *
 * @param before the object as it was; empty when this write created it
 * @param after the object as it is now; empty when this write removed it
 */
public record Change(StoreCollection collection, String key, Optional<Stored> before, Optional<Stored> after) {

    /** Whether there is a difference at all: writing what is already there changes nothing. */
    public boolean changed() {
        return !before.equals(after);
    }
}
