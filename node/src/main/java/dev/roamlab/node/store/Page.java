package dev.roamlab.node.store;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of a collection, in the order of creation.
 *
 * @param items the objects of this page
 * @param total how many objects match the filter in all
 * @param next what to pass as {@link PageQuery#after()} for the page that follows; empty on the last page
 * @param version the {@link StoreCollection#version()} this page is at least as new as
 */
public record Page(List<Stored> items, long total, OptionalLong next, long version) {

    /** Keeps a copy of the list. */
    public Page {
        items = List.copyOf(items);
    }
}
