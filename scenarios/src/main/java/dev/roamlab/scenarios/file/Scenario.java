package dev.roamlab.scenarios.file;

import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.world.World;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A story that a lab can play.
 *
 * @param name as {@code scenario run} takes it
 * @param story how it begins, for people
 * @param seed of everything random
 * @param goals what a learner knows afterwards
 * @param versions in which it can be played
 * @param setup steps that bring about what the story takes for granted; each is left out when it is so already
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record Scenario(
        String name,
        Text title,
        Text story,
        long seed,
        World world,
        List<Text> goals,
        List<OcpiVersion> versions,
        List<Step> setup,
        List<Step> steps) {

    /** A scenario; the lists are copied. */
    public Scenario {
        goals = List.copyOf(goals);
        versions = List.copyOf(versions);
        setup = List.copyOf(setup);
        steps = List.copyOf(steps);
    }

    /** The scenario as it is played: without what another version or another world would be needed for. */
    public Scenario in(OcpiVersion version, World world) {
        return ScenarioBuilder.builder(this)
                .setup(played(setup, version, world))
                .steps(played(steps, version, world))
                .build();
    }

    private static List<Step> played(List<Step> steps, OcpiVersion version, World world) {
        return steps.stream()
                .filter(step -> step.versions().contains(version))
                .filter(step -> world.features().containsAll(step.needs()))
                .map(step -> step.in(world))
                .toList();
    }
}
