package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.subject.SutRole;
import java.time.Duration;
import java.util.List;

/**
 * What a run will do, derived from what the system publishes.
 *
 * @param unusable what the system lists but this suite does not test, in words
 */
public record Plan(SutRole role, List<Part> parts, List<String> unusable, Duration estimate) {
    public Plan {
        parts = List.copyOf(parts);
        unusable = List.copyOf(unusable);
    }

    /**
     * One module in one version.
     *
     * @param interfaces what the version details list, such as {@code SENDER}
     * @param requirements entries of the catalogue that stand in this version
     * @param applicable how many of them concern this system
     * @param checks how many checks will run
     * @param driven how many of those need a trigger
     */
    public record Part(
            SpecVersion version,
            CatalogueModule module,
            List<String> interfaces,
            int requirements,
            int applicable,
            int checks,
            int driven) {}

    /** All checks. */
    public int checks() {
        return parts.stream().mapToInt(Part::checks).sum();
    }

    /** All requirements. */
    public int requirements() {
        return parts.stream().mapToInt(Part::requirements).sum();
    }
}
