package dev.roamlab.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What changed from one run to another, result by result.
 *
 * @param before the earlier run's file
 * @param after the later run's file
 * @param changes in the order of the later run; what is only in the earlier one comes last
 * @param same how many results ended as before
 */
public record RunDiff(String before, String after, List<Change> changes, long same) {

    /** Compares by requirement (or scenario) and version; both runs must be of one kind. */
    public static RunDiff between(StoredRun a, StoredRun b) {
        if (a.run().kind() != b.run().kind()) {
            throw new IllegalArgumentException("%s is a %s run and %s a %s run: they have nothing to compare"
                    .formatted(
                            a.source(),
                            a.run().kind().spelling(),
                            b.source(),
                            b.run().kind().spelling()));
        }
        Map<Key, Result> left = byKey(a.run());
        List<Change> changes = new ArrayList<>();
        byKey(b.run()).forEach((key, to) -> {
            Optional<Result> from = Optional.ofNullable(left.remove(key));
            Change.of(from, Optional.of(to)).ifPresent(changes::add);
        });
        long same = byKey(b.run()).size() - changes.size();
        left.values()
                .forEach(from -> Change.of(Optional.of(from), Optional.empty()).ifPresent(changes::add));
        return new RunDiff(a.source(), b.source(), List.copyOf(changes), same);
    }

    private record Key(String name, String version) {}

    private static Map<Key, Result> byKey(Run run) {
        Map<Key, Result> results = new LinkedHashMap<>();
        run.results().forEach(result -> results.put(new Key(result.name(), result.version()), result));
        return results;
    }

    /** Which way a result went. */
    public enum Direction {
        /** It failed, and passes now, if only with a warning. */
        FIXED,
        /** It fails now, and did not before. */
        BROKEN,
        /** Another verdict, or the same failure with the baseline saying otherwise. */
        OTHER,
        /** It was not in the earlier run. */
        ADDED,
        /** It is no longer in the later run. */
        REMOVED;

        /** The word in JSON. */
        public String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many changes of each direction, zeros included. */
    public Map<Direction, Long> summary() {
        Map<Direction, Long> summary = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.values()) {
            summary.put(
                    direction,
                    changes.stream()
                            .filter(change -> change.direction() == direction)
                            .count());
        }
        return summary;
    }

    /** Whether something fails in the later run that did not fail in the earlier one, or was not there. */
    public boolean isWorse() {
        return changes.stream().anyMatch(Change::isWorse);
    }

    /** The changes as lines for people. */
    public String text() {
        return RunDiffText.render(this);
    }

    /** The changes as a JSON document, described in docs/results-json.md. */
    public String json() {
        return RunDiffJson.render(this);
    }

    /**
     * One result that is not as it was.
     *
     * @param name requirement id or scenario
     * @param from absent when it was not in the earlier run
     * @param to absent when it is not in the later run
     */
    public record Change(String name, String version, Direction direction, Optional<Result> from, Optional<Result> to) {

        static Optional<Change> of(Optional<Result> from, Optional<Result> to) {
            Result any = to.or(() -> from).orElseThrow();
            if (from.isPresent() && to.isPresent() && state(from.get()).equals(state(to.get()))) {
                return Optional.empty();
            }
            return Optional.of(new Change(any.name(), any.version(), direction(from, to), from, to));
        }

        private static Direction direction(Optional<Result> from, Optional<Result> to) {
            if (from.isEmpty()) {
                return Direction.ADDED;
            }
            if (to.isEmpty()) {
                return Direction.REMOVED;
            }
            boolean failed = from.get().verdict() == Verdict.FAILED;
            boolean fails = to.get().verdict() == Verdict.FAILED;
            if (failed && to.get().verdict().weight() == Verdict.Weight.CLEAN) {
                return Direction.FIXED;
            }
            return fails && !failed ? Direction.BROKEN : Direction.OTHER;
        }

        /** Whether it fails now as a finding, and did not before. */
        boolean isWorse() {
            return to.filter(Change::isFinding).isPresent()
                    && from.filter(Change::isFinding).isEmpty();
        }

        private static boolean isFinding(Result result) {
            return result.counted().weight() == Verdict.Weight.FINDING;
        }

        /** The verdict for people; a failure that the baseline announced says so. */
        static String state(Result result) {
            boolean known = result instanceof RequirementResult of && of.isExpectedFailure();
            return result.verdict().words() + (known ? " (known)" : "");
        }
    }
}
