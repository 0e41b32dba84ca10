package dev.roamlab.reports;

import java.util.List;
import java.util.Optional;

/**
 * What a run was about.
 *
 * @param role {@code cpo}, {@code emsp}, or {@code lab} when all systems were ours
 * @param versions OCPI versions spoken
 * @param url the versions URL of a system under test
 */
public record Subject(String role, List<String> versions, Optional<String> url) {

    /** The subject of a run; the versions are copied. */
    public Subject {
        versions = List.copyOf(versions);
    }
}
