package dev.roamlab.reports;

import dev.roamlab.lab.Exchange;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Everything that one run leaves behind; every report is rendered from it alone.
 *
 * @param title what the run is called in reports
 * @param suiteVersion version of the program that ran; absent where it does not matter
 * @param startedAt wall time
 * @param notes remarks for the reader, such as which location of a file was chosen and why
 * @param inputs the files that the user gave
 * @param exchanges what crossed a wire, in the order of the log; secrets already replaced
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true)
public record Run(
        RunKind kind,
        String title,
        Subject subject,
        Optional<String> suiteVersion,
        Instant startedAt,
        long seed,
        List<String> notes,
        List<Input> inputs,
        List<Result> results,
        List<Exchange> exchanges) {

    /** A run; refuses results of another kind. */
    public Run {
        notes = List.copyOf(notes);
        inputs = List.copyOf(inputs);
        results = List.copyOf(results);
        exchanges = List.copyOf(exchanges);
        for (Result result : results) {
            if (result.kind() != kind) {
                throw new IllegalArgumentException(
                        result.name() + ": a " + result.kind().spelling() + " result in a " + kind.spelling() + " run");
            }
        }
    }

    /** The heaviest verdict of all results; a failure that was expected weighs as a warning. */
    public Verdict verdict() {
        return Verdict.heaviest(results.stream().map(Result::counted).toList());
    }

    /** How many results ended how: every verdict of this kind of run, zeros included, in a fixed order. */
    public Map<Verdict, Long> summary() {
        return summary(result -> true);
    }

    /** How many results ended so. */
    public long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    /** The same count as {@link #summary()} over the results for which the condition holds. */
    public Map<Verdict, Long> summary(Predicate<Result> condition) {
        Map<Verdict, Long> summary = new EnumMap<>(Verdict.class);
        Verdict.of(kind).forEach(verdict -> summary.put(verdict, 0L));
        results.stream().filter(condition).forEach(result -> summary.merge(result.verdict(), 1L, Long::sum));
        return summary;
    }

    /**
     * The process's exit code: 0 clean, 1 findings, 2 something could not be judged. Trouble outranks findings, because
     * a run that is not whole must not be taken for one that is.
     */
    public int exitCode() {
        return switch (verdict().weight()) {
            case SILENT, CLEAN -> 0;
            case FINDING -> 1;
            case TROUBLE -> 2;
        };
    }

    /** The same for each layer that has results, in the order of the layers. */
    public Map<Layer, Map<Verdict, Long>> byLayer() {
        Map<Layer, Map<Verdict, Long>> layers = new EnumMap<>(Layer.class);
        requirements().stream()
                .map(RequirementResult::layer)
                .distinct()
                .forEach(layer -> layers.put(layer, summary(of(RequirementResult::layer, layer))));
        return layers;
    }

    /** The same for each module, in the order of the results. */
    public Map<String, Map<Verdict, Long>> byModule() {
        Map<String, Map<Verdict, Long>> modules = new LinkedHashMap<>();
        requirements().stream()
                .map(RequirementResult::module)
                .distinct()
                .forEach(module -> modules.put(module, summary(of(RequirementResult::module, module))));
        return modules;
    }

    private static Predicate<Result> of(Function<RequirementResult, Object> trait, Object value) {
        return result -> result instanceof RequirementResult requirement
                && trait.apply(requirement).equals(value);
    }

    /** How many failures the baseline had announced. */
    public long expectedFailures() {
        return requirements().stream()
                .filter(RequirementResult::isExpectedFailure)
                .count();
    }

    /** The scenario results, in order. */
    public List<ScenarioResult> scenarios() {
        return only(ScenarioResult.class);
    }

    /** The requirement results, in order. */
    public List<RequirementResult> requirements() {
        return only(RequirementResult.class);
    }

    private <R extends Result> List<R> only(Class<R> type) {
        return results.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
