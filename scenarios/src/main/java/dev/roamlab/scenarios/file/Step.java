package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.world.Feature;
import dev.roamlab.scenarios.world.World;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Optional;

/**
 * One step of a story.
 *
 * @param verb what is done, a word of the vocabulary
 * @param arguments of the verb, as in the file
 * @param sentence the step as the story tells it
 * @param why why somebody would do this
 * @param spec the section of the OCPI specification where it stands
 * @param pitfall what goes wrong here in practice
 * @param predictions what a learner is asked before it happens
 * @param unless what makes the step superfluous
 * @param until what the step waits for; the expectations themselves where nothing is said
 * @param refusal what the refusal must say, for a step that must be refused
 * @param versions in which the step is played
 * @param needs what a world must have for it
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record Step(
        String verb,
        ObjectNode arguments,
        Text sentence,
        Optional<Text> why,
        Optional<Text> spec,
        Optional<Text> pitfall,
        List<Prediction> predictions,
        Optional<Claim> unless,
        Optional<Wait> until,
        List<Claim> claims,
        Optional<Text> refusal,
        List<OcpiVersion> versions,
        List<Feature> needs) {

    /** A step; the lists are copied. */
    public Step {
        predictions = List.copyOf(predictions);
        claims = List.copyOf(claims);
        versions = List.copyOf(versions);
        needs = List.copyOf(needs);
    }

    /** The step with only those of its questions and claims that make sense in a world. */
    Step in(World world) {
        return StepBuilder.builder(this)
                .predictions(predictions.stream()
                        .filter(prediction -> world.features().containsAll(prediction.needs()))
                        .toList())
                .claims(claims.stream()
                        .filter(claim -> world.features().containsAll(claim.needs()))
                        .toList())
                .build();
    }
}
