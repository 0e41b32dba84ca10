package dev.roamlab.cli.conformance;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.sutfile.Given;
import dev.roamlab.node.faults.Fault;
import dev.roamlab.reports.Run;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Examines our own nodes side by side. What is to be read comes one after the other: the first one's as it happens. */
final class OwnNodes {
    private final Examination examination;
    private final Console out;
    private final List<Fault> faults;
    private final Given given;

    OwnNodes(Examination examination, Console out, List<Fault> faults, Given given) {
        this.examination = examination;
        this.out = out;
        this.faults = faults;
        this.given = given;
    }

    private record Later(SutRole role, ByteArrayOutputStream page, CompletableFuture<Optional<Run>> run) {}

    /** The runs by role; none after a dry run. */
    Map<String, Run> examine(List<SutRole> roles, boolean dry) {
        // Two testers cannot listen at one port.
        boolean alone = given.listen().filter(at -> at.port() != 0).isPresent();
        int live = alone ? roles.size() : 1;
        ExecutorService aside = Executors.newCachedThreadPool(OwnNodes::daemon);
        try {
            List<Later> later = roles.stream()
                    .skip(live)
                    .map(role -> later(role, dry, aside))
                    .toList();
            Map<String, Run> runs = new LinkedHashMap<>();
            for (SutRole role : roles.subList(0, live)) {
                examine(role, dry, examination).ifPresent(run -> runs.put(role.spelling(), run));
                out.line();
            }
            for (Later other : later) {
                Optional<Run> run = result(other);
                out.raw(other.page().toString(StandardCharsets.UTF_8));
                run.ifPresent(done -> runs.put(other.role().spelling(), done));
            }
            return runs;
        } finally {
            aside.shutdownNow();
        }
    }

    private Later later(SutRole role, boolean dry, ExecutorService aside) {
        var page = new ByteArrayOutputStream();
        Examination written = examination.into(new PrintStream(page, true, StandardCharsets.UTF_8));
        return new Later(role, page, CompletableFuture.supplyAsync(() -> examine(role, dry, written), aside));
    }

    private Optional<Run> examine(SutRole role, boolean dry, Examination by) {
        try (SelfSystem node = SelfSystem.start(role, faults, given)) {
            return by.of(node.sut(), dry);
        }
    }

    private static Optional<Run> result(Later other) {
        try {
            return other.run().join();
        } catch (CompletionException broken) {
            throw broken.getCause() instanceof RuntimeException ours ? ours : broken;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "examination aside");
        thread.setDaemon(true);
        return thread;
    }
}
