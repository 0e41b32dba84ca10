package dev.roamlab.reports;

import dev.roamlab.lab.Redaction;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a system fared with one requirement in one version of OCPI.
 *
 * @param requirement the catalogue id: {@code CRED-007}
 * @param version the OCPI version that was spoken: {@code 2.3.0}
 * @param module the catalogue's name of the module: {@code credentials}
 * @param level {@code MUST}, {@code SHOULD} or {@code MAY}
 * @param check the class and method that judged; absent when none is written
 * @param message what was wrong in a sentence, or why there is no verdict; empty when passed
 * @param took wall time
 * @param deviations what was expected and what came instead, each by itself
 * @param notes remarks that are no finding, such as what a tolerance let pass
 * @param watchlist whether honest implementers read the text differently; a deviation then warns, never fails
 * @param expectedFailure whether the baseline lists this failure as known; not set on one that it failed to announce, nor on
 *     a requirement that is called failed because it passed against the baseline
 * @param text what the requirement says, for reports that show it
 * @param exchanges ids of the exchanges behind the verdict, in the order of the log
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record RequirementResult(
        String requirement,
        String version,
        String module,
        String title,
        Layer layer,
        String level,
        Verdict verdict,
        Optional<String> check,
        String message,
        Duration took,
        List<Deviation> deviations,
        List<String> notes,
        boolean watchlist,
        boolean expectedFailure,
        Optional<RequirementText> text,
        List<Long> exchanges)
        implements Result {

    /** A requirement's end, without the secrets that a quotation may hold; refuses a verdict that only a scenario can have. */
    public RequirementResult {
        Result.requireKind(RunKind.CONFORMANCE, requirement, verdict);
        deviations = List.copyOf(deviations);
        message = Redaction.text(message);
        notes = notes.stream().map(Redaction::text).toList();
        exchanges = List.copyOf(exchanges);
    }

    @Override
    public RunKind kind() {
        return RunKind.CONFORMANCE;
    }

    @Override
    public String name() {
        return requirement;
    }

    @Override
    public String reason() {
        return message;
    }

    /** A failure that the baseline lists is known and weighs no more than a warning. */
    @Override
    public Verdict counted() {
        return isExpectedFailure() ? Verdict.WARNED : verdict;
    }

    /** Whether this failed as the baseline says it would. */
    public boolean isExpectedFailure() {
        return expectedFailure && verdict == Verdict.FAILED;
    }
}
