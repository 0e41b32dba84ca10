package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.types.OcpiVersion;
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
        List<OcpiVersion> versions) {

    /** A step; the lists are copied. */
    public Step {
        predictions = List.copyOf(predictions);
        claims = List.copyOf(claims);
        versions = List.copyOf(versions);
    }
}
