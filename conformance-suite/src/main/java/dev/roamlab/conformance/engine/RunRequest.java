package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.trigger.Triggers;
import dev.roamlab.reports.Layer;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Set;

/**
 * What to run against which system.
 *
 * @param only prefixes of requirement ids; empty for all
 * @param layers which layers of rules to judge
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record RunRequest(Sut sut, Set<String> only, Set<Layer> layers, Triggers triggers, RunListener listener) {

    /** The same request, told to one more listener. */
    public RunRequest heardBy(RunListener another) {
        return new RunRequest(sut, only, layers, triggers, new Listeners(listener, another));
    }

    /** Whether the run is about this requirement. */
    boolean wants(Requirement requirement) {
        return layers.contains(Layer.SPEC) && (only.isEmpty() || only.stream().anyMatch(requirement.id()::startsWith));
    }
}
