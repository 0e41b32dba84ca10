package dev.roamlab.cli.conformance;

import dev.roamlab.cli.conformance.Mutant.Fate;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.engine.CannotRun;
import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.conformance.engine.RunRequest;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.sutfile.Given;
import dev.roamlab.conformance.sutfile.GivenBuilder;
import dev.roamlab.conformance.trigger.SutTriggers;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs the suite against our nodes with one fault each. First only what the fault is declared to break, which takes a second; if
 * that does not find what it should, more and more.
 */
final class SelfTest {
    private static final Set<Verdict> FINDINGS = EnumSet.of(Verdict.FAILED, Verdict.WARNED);

    /** How far to look for a fault that does not show. */
    enum Reach {
        /** The requirements that it is declared to break. */
        DECLARED,
        /** Their chapters, too, and in the end everything. */
        ALL
    }

    private final Consumer<Mutant> heard;
    private final Reach reach;

    /** @param heard is told of each fault as it is done, one at a time */
    SelfTest(Consumer<Mutant> heard, Reach reach) {
        this.heard = heard;
        this.reach = reach;
    }

    /** Tries all faults, so many at a time; the results are in the order of the faults. */
    List<Mutant> run(List<Fault> faults, int jobs) {
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<Mutant>> pending = faults.stream()
                    .map(fault -> workers.submit(() -> told(tried(fault))))
                    .toList();
            return pending.stream().map(SelfTest::result).toList();
        } finally {
            workers.shutdownNow();
        }
    }

    /** What the suite finds on our nodes without a fault: nothing, if both are right. */
    List<RequirementResult> clean() {
        List<RequirementResult> found = found();
        if (found.isEmpty()) {
            return found;
        }
        // On a machine whose cores are all taken a node may stand still for seconds: only what shows again counts.
        Set<String> again = found().stream().map(SelfTest::key).collect(Collectors.toSet());
        return found.stream().filter(result -> again.contains(key(result))).toList();
    }

    private static String key(RequirementResult result) {
        return result.version() + " " + result.requirement();
    }

    private static List<RequirementResult> found() {
        return Arrays.stream(SutRole.values())
                .flatMap(role -> examine(role, List.of(), List.of(), Set.of()).requirements().stream())
                .filter(result ->
                        result.verdict() != Verdict.PASSED && result.verdict().weight() != Verdict.Weight.SILENT)
                .toList();
    }

    private synchronized Mutant told(Mutant mutant) {
        heard.accept(mutant);
        return mutant;
    }

    private static Mutant result(Future<Mutant> pending) {
        try {
            return pending.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (java.util.concurrent.ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private Mutant tried(Fault fault) {
        long start = System.nanoTime();
        List<SutRole> roles = Arrays.stream(SutRole.values())
                .filter(role -> fault.culprit().fits(role.spelling()))
                .toList();
        Mutant best = new Mutant(fault, "", Fate.SURVIVED, List.of(), "", Duration.ZERO);
        // Narrow first for every role, for a fault of both may show on one only.
        for (Set<String> only : scopes(fault)) {
            for (SutRole role : roles) {
                Mutant found = judged(fault, role, only, start);
                if (found.fate() == Fate.CAUGHT) {
                    return found;
                }
                // What else was complained about is kept, in case that the right reason shows in no wider run.
                best = best.killed() ? best : found;
            }
        }
        return best;
    }

    /** What the fault is declared to break; then the chapters that it and its name belong to, whose checks make more traffic; then all. */
    private List<Set<String>> scopes(Fault fault) {
        Set<String> declared = new LinkedHashSet<>(fault.requirements());
        if (reach == Reach.DECLARED) {
            return List.of(declared);
        }
        Set<String> chapters = new LinkedHashSet<>();
        chapters.add(prefix(fault.name()));
        declared.forEach(id -> chapters.add(prefix(id)));
        return List.of(declared, chapters, Set.of());
    }

    private static String prefix(String name) {
        return name.substring(0, name.indexOf('-') + 1);
    }

    private static Mutant judged(Fault fault, SutRole role, Set<String> only, long start) {
        try {
            Run run = examine(role, List.of(fault), versions(fault), only);
            List<String> findings = run.requirements().stream()
                    .filter(result -> FINDINGS.contains(result.verdict()))
                    .map(RequirementResult::requirement)
                    .distinct()
                    .toList();
            Fate fate = findings.contains(fault.requirement())
                    ? Fate.CAUGHT
                    : findings.isEmpty() ? Fate.SURVIVED : Fate.CAUGHT_OTHERWISE;
            return new Mutant(fault, role.spelling(), fate, findings, notes(run, fate), since(start));
        } catch (CannotRun refused) {
            // Some faults let nobody in. The suite says so and ends with exit code 2, but names no requirement.
            return new Mutant(
                    fault, role.spelling(), Fate.BROKEN, List.of(), String.valueOf(refused.getMessage()), since(start));
        } catch (RuntimeException ours) {
            return new Mutant(fault, role.spelling(), Fate.BROKEN, List.of(), String.valueOf(ours), since(start));
        }
    }

    private static String notes(Run run, Fate fate) {
        return fate == Fate.SURVIVED ? String.join("; ", run.notes()) : "";
    }

    /** The newest version in which it shows is enough. */
    private static List<SpecVersion> versions(Fault fault) {
        return fault.versions().stream()
                .max(OcpiVersion::compareTo)
                .flatMap(version -> Spelled.find(SpecVersion.class, version.value()))
                .map(List::of)
                .orElse(List.of());
    }

    private static Run examine(SutRole role, List<Fault> faults, List<SpecVersion> versions, Set<String> only) {
        Given given = GivenBuilder.builder(Given.NOTHING).versions(versions).build();
        try (SelfSystem node = SelfSystem.start(role, faults, given)) {
            Sut sut = node.sut();
            RunRequest request = new RunRequest(
                    sut,
                    only,
                    EnumSet.allOf(Layer.class),
                    new SutTriggers(sut.triggers(), "self-test", Optional.empty()),
                    RunListener.NONE);
            try (ConformanceRun run = ConformanceRun.of(request)) {
                return run.execute();
            }
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
