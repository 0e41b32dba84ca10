package dev.roamlab.node.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which objects of a collection one asks for.
 *
 * @param scope only objects of exactly this scope
 * @param from only objects changed at this moment or later
 * @param to only objects changed before this moment. Spec: transport_and_format_paginated_request
 */
public record Filter(Optional<String> scope, Optional<Instant> from, Optional<Instant> to) {

    /** Every object. */
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    /** The objects of one scope. */
    public static Filter scope(String scope) {
        return ALL.withScope(scope);
    }

    /** This filter, narrowed to one scope. */
    public Filter withScope(String onlyScope) {
        return new Filter(Optional.of(onlyScope), from, to);
    }

    /** This filter, narrowed to changes from (inclusive) to (exclusive) the given moments. */
    public Filter between(Optional<Instant> newFrom, Optional<Instant> newTo) {
        return new Filter(scope, newFrom, newTo);
    }

    /** Whether an object is among those asked for. */
    public boolean matches(Entry entry) {
        return scope.map(entry.scope()::equals).orElse(true)
                && from.map(moment -> !entry.lastUpdated().isBefore(moment)).orElse(true)
                && to.map(moment -> entry.lastUpdated().isBefore(moment)).orElse(true);
    }

    boolean matchesAll() {
        return scope.isEmpty() && from.isEmpty() && to.isEmpty();
    }
}
