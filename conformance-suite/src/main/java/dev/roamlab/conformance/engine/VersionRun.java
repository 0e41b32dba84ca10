package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Requirement;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Judgement.Kind;
import dev.roamlab.conformance.check.Scene;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.explain.Why;
import dev.roamlab.reports.RequirementResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** All checks of one version, stage by stage. */
final class VersionRun {
    /** So many driven checks wait side by side; each mostly waits. */
    private static final int SIDE_BY_SIDE = 8;

    private final Scene scene;
    private final List<CheckMethod> checks;
    private final Applicability applicability;
    private final RunListener listener;
    private final TimeLimit limit;
    private final CheckRunner runner;

    VersionRun(
            Scene scene, List<CheckMethod> checks, Applicability applicability, RunListener listener, TimeLimit limit) {
        this.scene = scene;
        this.checks = checks;
        this.applicability = applicability;
        this.listener = listener;
        this.limit = limit;
        this.runner = new CheckRunner(scene, limit);
    }

    SpecVersion version() {
        return scene.version();
    }

    /** Examines the system; the driven checks wait while the active ones work. */
    void examine() {
        Survey.of(scene);
        ExecutorService waiting = Executors.newFixedThreadPool(SIDE_BY_SIDE, VersionRun::daemon);
        try {
            CompletableFuture<?>[] driven = of(Stage.DRIVEN).stream()
                    .map(check -> CompletableFuture.runAsync(() -> perform(check), waiting))
                    .toArray(CompletableFuture[]::new);
            of(Stage.ACTIVE).forEach(this::perform);
            CompletableFuture.allOf(driven).join();
            of(Stage.ASKING).forEach(this::perform);
        } finally {
            waiting.shutdownNow();
        }
    }

    /** Registers anew, unregisters: to be done last. */
    void destroy() {
        of(Stage.DESTRUCTIVE).forEach(this::perform);
    }

    /** Notes why the destructive checks were not run. */
    void spare(String reason) {
        of(Stage.DESTRUCTIVE).forEach(check -> runner.skip(check, Kind.INCONCLUSIVE, reason));
    }

    /** Notes for all checks that make calls why they were not tried; what has crossed the wire so far is judged all the same. */
    void skipAll(String reason) {
        checks.stream()
                .filter(check -> check.stage() != Stage.FINAL)
                .forEach(check -> runner.skip(check, Kind.SKIPPED, reason));
    }

    /** Judges all that has crossed the wire, and makes the verdicts. */
    List<RequirementResult> conclude(List<Requirement> requirements) {
        of(Stage.FINAL).forEach(this::perform);
        ResultMaker maker = new ResultMaker(scene.version(), scene.ledger(), checks, applicability, Why.load());
        List<RequirementResult> results = new ArrayList<>();
        for (Requirement requirement : requirements) {
            RequirementResult result = maker.result(requirement);
            results.add(result);
            listener.decided(result);
        }
        return results;
    }

    private void perform(CheckMethod check) {
        listener.checkStarted(scene.version(), check.module(), check.stage(), check.name());
        Optional<String> over = check.stage() == Stage.FINAL ? Optional.empty() : limit.over();
        over.ifPresentOrElse(reason -> runner.skip(check, Kind.ERROR, reason), () -> runner.run(check));
        listener.checkFinished(scene.version(), check.module(), check.name());
    }

    private List<CheckMethod> of(Stage stage) {
        return checks.stream().filter(check -> check.stage() == stage).toList();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "driven check");
        thread.setDaemon(true);
        return thread;
    }
}
