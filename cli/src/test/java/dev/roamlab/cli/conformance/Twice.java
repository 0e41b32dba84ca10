package dev.roamlab.cli.conformance;

import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.Verdict;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * What two runs in a row find. On a machine whose cores are all taken, one run in many meets a system that stands still for
 * seconds; a mistake of the suite or of a node shows again.
 */
final class Twice {
    private Twice() {}

    /** The results with one of these verdicts, in words; a second run is made only when the first has any. */
    static List<String> found(Set<Verdict> verdicts, Callable<Run> examination) throws Exception {
        List<RequirementResult> first = with(verdicts, examination.call());
        if (first.isEmpty()) {
            return List.of();
        }
        Set<String> again =
                with(verdicts, examination.call()).stream().map(Twice::key).collect(Collectors.toSet());
        return first.stream()
                .filter(result -> again.contains(key(result)))
                .map(result -> result.verdict() + " " + key(result) + " ("
                        + result.check().orElse("") + "): " + result.message())
                .toList();
    }

    private static List<RequirementResult> with(Set<Verdict> verdicts, Run run) {
        return run.results().stream()
                .map(RequirementResult.class::cast)
                .filter(result -> verdicts.contains(result.verdict()))
                .toList();
    }

    private static String key(RequirementResult result) {
        return result.version() + " " + result.requirement();
    }
}
