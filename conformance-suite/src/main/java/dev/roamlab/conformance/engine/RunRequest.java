package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.trigger.Triggers;
import dev.roamlab.reports.Layer;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Set;

/**
 * What to run against which system.
 *
 * @param only prefixes of requirement ids; empty for all
 * @param layers which layers of rules to judge
 * @param atMost no check begins after this time; what is undecided then is an error of ours
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record RunRequest(
        Sut sut, Set<String> only, Set<Layer> layers, Triggers triggers, RunListener listener, Duration atMost) {
    private static final Duration USUAL_LIMIT = Duration.ofHours(1);

    /** With an hour's time. */
    public RunRequest(Sut sut, Set<String> only, Set<Layer> layers, Triggers triggers, RunListener listener) {
        this(sut, only, layers, triggers, listener, USUAL_LIMIT);
    }

    /** The same request, told to one more listener. */
    public RunRequest heardBy(RunListener another) {
        return new RunRequest(sut, only, layers, triggers, new Listeners(listener, another), atMost);
    }

    /** Whether the run is about this requirement. */
    boolean wants(Requirement requirement) {
        return layers.contains(requirement.layer()) && isDeclared(requirement) && isNamed(requirement);
    }

    /** House rules are judged only where somebody has them. */
    private boolean isDeclared(Requirement requirement) {
        return requirement.layer() != Layer.PROFILE || sut.profile().declares(requirement.id());
    }

    private boolean isNamed(Requirement requirement) {
        return only.isEmpty() || only.stream().anyMatch(requirement.id()::startsWith);
    }
}
