package dev.roamlab.reports;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * What a requirement says, taken from the catalogue.
 *
 * @param section the specification's own anchor
 * @param statement the rule in the catalogue's words
 * @param obliged who must keep it: {@code server}, {@code sender}, {@code cpo}, …
 * @param side the OCPI interface on which it is seen: {@code sender}, {@code receiver}, {@code both} or {@code none}
 * @param testable {@code wire}, {@code driven} or {@code none}
 * @param why what goes wrong in practice when it is not kept
 * @param readings of an ambiguous text, the stricter one first; empty when the text is clear
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record RequirementText(
        String section,
        String statement,
        String obliged,
        String side,
        String testable,
        Optional<String> why,
        List<String> readings) {

    /** A requirement's text; the readings are copied. */
    public RequirementText {
        readings = List.copyOf(readings);
    }
}
