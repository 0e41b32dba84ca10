package dev.roamlab.reports;

import dev.roamlab.lab.Redaction;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * One thing that was not as a requirement asks.
 *
 * @param expected what the requirement asks for
 * @param actual what came instead
 * @param exchange id of the exchange that shows it
 * @param highlights JSON pointers into the exchange's bodies, or names of its headers, where to look
 * @param curl a command that repeats the call, secrets left out
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record Deviation(
        String expected, String actual, Optional<Long> exchange, List<String> highlights, Optional<String> curl) {

    /** A deviation; the highlights are copied, and secrets that a quotation holds are replaced by their hashes. */
    public Deviation {
        expected = Redaction.text(expected);
        actual = Redaction.text(actual);
        curl = curl.map(Redaction::text);
        highlights = List.copyOf(highlights);
    }
}
