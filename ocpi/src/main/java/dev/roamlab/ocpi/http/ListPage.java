package dev.roamlab.ocpi.http;

import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Problem;
import java.util.List;
import java.util.OptionalLong;

/**
 * One page of a partner's list.
 *
 * @param number from 1
 * @param objects the valid ones
 * @param refused the others, left out
 * @param total what the partner says all pages hold
 */
public record ListPage<R extends Record>(
        int number, List<Document<R>> objects, List<Refused> refused, OptionalLong total) {
    public ListPage {
        objects = List.copyOf(objects);
        refused = List.copyOf(refused);
    }

    /**
     * An object that cannot be taken.
     *
     * @param index on its page, from 0
     * @param id what it calls itself, if anything
     */
    public record Refused(int index, String id, List<Problem> problems) {}
}
