package dev.roamlab.cli.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.cli.conformance.Mutant.Fate;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.reports.RequirementResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What the suite's own test came to.
 *
 * @param clean what was found on nodes without a fault
 */
record SelfTestOutcome(List<Mutant> mutants, List<RequirementResult> clean, Duration took) {
    private static final double KILLED = 0.98;
    private static final double RIGHT = 0.95;

    SelfTestOutcome {
        mutants = List.copyOf(mutants);
        clean = List.copyOf(clean);
    }

    int exitCode() {
        boolean good = clean.isEmpty() && share(killed()) >= KILLED && share(right()) >= RIGHT;
        return good ? ExitCodes.CLEAN : ExitCodes.FINDINGS;
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%d faults in %d s: %d killed (%.1f %%), %d for the right reason (%.1f %%), %d survived, %d broke the run.",
                mutants.size(),
                took.toSeconds(),
                killed(),
                100 * share(killed()),
                right(),
                100 * share(right()),
                count(Fate.SURVIVED),
                count(Fate.BROKEN));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("format", 1)
                .put("faults", mutants.size())
                .put("killed", killed())
                .put("killed_for_the_right_reason", right())
                .put("survived", count(Fate.SURVIVED))
                .put("broken", count(Fate.BROKEN))
                .put("seconds", took.toSeconds());
        ArrayNode findings = json.putArray("findings_without_fault");
        clean.forEach(result -> findings.addObject()
                .put("requirement", result.requirement())
                .put("version", result.version())
                .put("verdict", result.verdict().spelling())
                .put("message", result.message()));
        ArrayNode results = json.putArray("results");
        mutants.forEach(mutant -> entry(results.addObject(), mutant));
        return json;
    }

    private static void entry(ObjectNode entry, Mutant mutant) {
        entry.put("fault", mutant.fault().name())
                .put("requirement", mutant.fault().requirement())
                .put("role", mutant.role())
                .put("fate", mutant.fate().words())
                .put("millis", mutant.took().toMillis())
                .put("message", mutant.message());
        ArrayNode found = entry.putArray("findings");
        mutant.findings().forEach(found::add);
    }

    private long killed() {
        return mutants.stream().filter(Mutant::killed).count();
    }

    private long right() {
        return count(Fate.CAUGHT);
    }

    private long count(Fate fate) {
        return mutants.stream().filter(mutant -> mutant.fate() == fate).count();
    }

    private double share(long some) {
        return (double) some / mutants.size();
    }
}
