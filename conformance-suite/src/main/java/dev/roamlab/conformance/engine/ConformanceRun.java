package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.Catalogue;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.check.Call;
import dev.roamlab.conformance.check.Ledger;
import dev.roamlab.conformance.check.Places;
import dev.roamlab.conformance.check.Scene;
import dev.roamlab.conformance.subject.Published;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Tester;
import dev.roamlab.conformance.wire.Evidence;
import dev.roamlab.conformance.wire.Recorder;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.reports.Result;
import dev.roamlab.reports.Run;
import dev.roamlab.reports.RunBuilder;
import dev.roamlab.reports.RunKind;
import dev.roamlab.reports.Subject;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One examination of one system: reads what it publishes, registers, runs the checks of each version, judges, and leaves the
 * system as it was found. Blocks its caller; used once, then closed.
 */
public final class ConformanceRun implements AutoCloseable {
    private final RunRequest request;
    private final Catalogue catalogue = Catalogue.load();
    private final List<CheckMethod> checks = CheckRegistry.load(catalogue);
    private final Instant startedAt = Instant.now();
    private final String runId = "T" + HexFormat.of().formatHex(random(3)).toUpperCase(java.util.Locale.ROOT);
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Evidence evidence = new Evidence();
    private final Published published;
    private final Scoping scoping;
    private final Vertx vertx;
    private final Recorder recorder;
    private final Tester tester;
    private final List<String> notes = new ArrayList<>();
    private List<SpecVersion> versions = List.of();
    private Optional<String> defect = Optional.empty();

    private ConformanceRun(RunRequest request) {
        this.request = request;
        Sut sut = request.sut();
        this.published = new Published(sut.versionsUrl());
        this.scoping = new Scoping(request, catalogue, checks);
        ExchangeLog log = new ExchangeLog(Clock.systemUTC());
        log.subscribe(exchanges::add);
        this.recorder = new Recorder(
                evidence,
                log,
                "tester (" + sut.role().counterpart().spelling() + ")",
                "system (" + sut.role().spelling() + ")");
        this.vertx = Vertx.vertx();
        this.tester = Tester.start(vertx, recorder, evidence, sut, runId);
    }

    /** Makes ready to run; the tester's server listens from here on. */
    public static ConformanceRun of(RunRequest request) {
        return new ConformanceRun(request);
    }

    /**
     * Reads what the system publishes, with token A, and plans.
     *
     * @throws CannotRun when that is not possible
     */
    public Plan plan() {
        Scoping.Scope scope = scoping.read(published, tester.map(), this::withTokenA);
        versions = scope.versions();
        defect = scope.defect();
        Plan plan = scoping.plan(published, versions);
        request.listener().planned(plan);
        return plan;
    }

    private Call withTokenA(URI url) {
        return new Call(
                        tester.caller(),
                        "GET",
                        url,
                        List.of(),
                        request.sut().timings().request())
                .token(request.sut().token())
                .header("X-Request-ID", UUID.randomUUID().toString())
                .header("X-Correlation-ID", UUID.randomUUID().toString());
    }

    /**
     * Plans, if that is not done yet, and runs.
     *
     * @throws CannotRun when the system cannot be reached with what we were given
     */
    public Run execute() {
        if (versions.isEmpty()) {
            plan();
        }
        List<Result> results = new ArrayList<>();
        Registrar registrar = new Registrar(request.sut(), tester, request.triggers());
        try (TimeLimit limit = TimeLimit.of(request.sut().timings(), request.atMost())) {
            for (SpecVersion version : versions) {
                boolean last = version == versions.get(versions.size() - 1);
                results.addAll(run(version, registrar, last, limit));
            }
        }
        registrar.leaveAsFound(request.sut().limits().destructive()).ifPresent(notes::add);
        return report(results);
    }

    private List<? extends Result> run(SpecVersion version, Registrar registrar, boolean last, TimeLimit limit) {
        Applicability applicability = new Applicability(request.sut().role(), version, published);
        VersionRun run = new VersionRun(
                scene(version), scoping.planned(version, applicability), applicability, request.listener(), limit);
        Optional<String> refused = defect.or(() -> registrar.register(version));
        request.listener().versionStarted(version);
        if (refused.isPresent()) {
            notes.add("not registered in " + version.spelling() + ": " + refused.get());
            run.skipAll("registration failed: " + refused.get());
        } else {
            run.examine();
            destroy(run, registrar, last);
        }
        return run.conclude(scoping.requirements(version));
    }

    private void destroy(VersionRun run, Registrar registrar, boolean last) {
        if (!request.sut().limits().destructive()) {
            run.spare("destructive checks are not allowed (--no-destructive)");
        } else if (!last && !registrar.canReturn()) {
            run.spare("unregisters, and without the trigger invite there is no way back for the next version");
        } else {
            run.destroy();
        }
    }

    private Scene scene(SpecVersion version) {
        return new Scene(
                request.sut(),
                version,
                runId,
                published,
                evidence,
                tester,
                request.triggers(),
                new Places(request.sut().known().startable()),
                new Ledger(),
                new ConcurrentHashMap<>());
    }

    private Run report(List<Result> results) {
        Sut sut = request.sut();
        return RunBuilder.builder()
                .kind(RunKind.CONFORMANCE)
                .title("Conformance of " + (sut.role() == SutRole.CPO ? "a CPO" : "an eMSP"))
                .subject(new Subject(
                        sut.role().spelling(),
                        versions.stream().map(SpecVersion::spelling).toList(),
                        Optional.of(sut.versionsUrl().toString())))
                .startedAt(startedAt)
                .suiteVersion(
                        Optional.ofNullable(ConformanceRun.class.getPackage().getImplementationVersion()))
                .seed(0)
                .notes(notes)
                .inputs(List.of())
                .results(results)
                .exchanges(exchanges.stream()
                        .sorted(java.util.Comparator.comparing(Exchange::id))
                        .toList())
                .build();
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    @Override
    public void close() {
        tester.close();
        vertx.close().await();
    }
}
