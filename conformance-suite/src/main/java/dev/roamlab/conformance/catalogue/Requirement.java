package dev.roamlab.conformance.catalogue;

import dev.roamlab.reports.Layer;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of the specification, paraphrased, with the way to test it. The format is described in {@code
 * requirements/FORMAT.md}.
 *
 * @param id stable and never reused: {@code TAR-014}
 * @param module the chapter whose file holds the entry
 * @param versions the versions in which the rule stands, at least one
 * @param section the specification's own anchor
 * @param side the interface on which the rule is seen
 * @param statement the rule
 * @param probe how to find out whether a system keeps it
 * @param readings present when the passage can honestly be read in two ways: the entry is on the watch list
 */
public record Requirement(
        String id,
        CatalogueModule module,
        Set<SpecVersion> versions,
        String section,
        String title,
        Level level,
        Obliged obliged,
        InterfaceSide side,
        String statement,
        String probe,
        Testable testable,
        Optional<Readings> readings) {

    /** A rule; the versions are copied. */
    public Requirement {
        versions = Set.copyOf(versions);
    }

    /** Whether two careful implementers may differ here, so that a deviation warns and never fails. */
    public boolean watchlist() {
        return readings.isPresent();
    }

    /** Where the rule comes from. */
    public Layer layer() {
        return module.layer();
    }

    /** What a deviation means: the watch list overrides the level. */
    public Consequence consequence() {
        if (watchlist()) {
            return Consequence.WARNS;
        }
        return switch (level) {
            case MUST -> Consequence.FAILS;
            case SHOULD -> Consequence.WARNS;
            case MAY -> Consequence.RECORDED;
        };
    }
}
