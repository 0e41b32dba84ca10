package dev.roamlab.node.store;

import java.util.OptionalLong;

/**
 * Which page of a collection one asks for: by offset among the matching objects, or after the object with a given seq.
 *
 * @param offset how many matching objects to pass over; counted from {@code after} when that is given
 * @param limit the greatest number of objects to return, at least 1
 * @param after start behind this {@link Stored#seq()}, as {@link Page#next()} names it; neither gaps nor repetitions
 *     when objects come and go meanwhile
 */
public record PageQuery(Filter filter, long offset, int limit, OptionalLong after) {

    /** Refuses a negative offset and a limit below 1. */
    public PageQuery {
        if (offset < 0) {
            throw new IllegalArgumentException("offset: " + offset + ", at least 0");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + ", at least 1");
        }
    }

    /** A page by offset. */
    public static PageQuery at(Filter filter, long offset, int limit) {
        return new PageQuery(filter, offset, limit, OptionalLong.empty());
    }

    /** The page that follows an earlier one. */
    public static PageQuery after(Filter filter, long seq, int limit) {
        return new PageQuery(filter, 0, limit, OptionalLong.of(seq));
    }
}
