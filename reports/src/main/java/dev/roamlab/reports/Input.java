package dev.roamlab.reports;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * What became of the objects in a file that the user gave.
 *
 * @param objects what the file holds: {@code locations}, {@code tariffs}
 * @param taken number of objects loaded
 * @param refused number of objects left out; can exceed the refusals when the caller keeps only the first ones
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record Input(String file, String objects, long taken, long refused, List<Refusal> refusals) {

    /** A file's fate; the refusals are copied. */
    public Input {
        refusals = List.copyOf(refusals);
    }
}
