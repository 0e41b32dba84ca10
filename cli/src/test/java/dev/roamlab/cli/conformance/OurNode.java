package dev.roamlab.cli.conformance;

import dev.roamlab.cli.conformance.between.Guise;
import dev.roamlab.cli.conformance.between.Relay;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.conformance.engine.RunRequest;
import dev.roamlab.conformance.subject.HouseRules;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.Sut.Limits;
import dev.roamlab.conformance.subject.Sut.Startable;
import dev.roamlab.conformance.subject.Sut.Timings;
import dev.roamlab.conformance.subject.Sut.TriggerSettings;
import dev.roamlab.conformance.subject.Sut.TriggerSettings.Way;
import dev.roamlab.conformance.subject.SutBuilder;
import dev.roamlab.conformance.subject.SutKnownBuilder;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.subject.Tolerances;
import dev.roamlab.conformance.trigger.SutTriggers;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.Run;
import dev.roamlab.scenarios.operator.SelfFacts;
import dev.roamlab.scenarios.operator.SelfSettings;
import dev.roamlab.scenarios.operator.SelfSubject;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One of our own nodes, examined. For tests of checks. */
public final class OurNode {
    static final Timings LOCAL = new Timings(
            Duration.ofSeconds(15),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofMillis(800),
            Duration.ofSeconds(15));

    private OurNode() {}

    /** Starts a node of ours, examines it in these versions, and stops it. */
    public static Run examined(SutRole role, Set<String> only, SpecVersion... versions) throws Exception {
        return examined(role, only, Guise.NONE, versions);
    }

    /** The same, with the node dressed up as a stranger's. */
    public static Run examined(SutRole role, Set<String> only, Guise guise, SpecVersion... versions) throws Exception {
        return examined(role, only, guise, RunListener.NONE, versions);
    }

    /** The same, watched. */
    static Run examined(SutRole role, Set<String> only, Guise guise, RunListener listener, SpecVersion... versions)
            throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Relay in = Relay.start(vertx, guise.in()).await(20, TimeUnit.SECONDS);
            Relay out = Relay.start(vertx, guise.out()).await(20, TimeUnit.SECONDS);
            out.target(freePort());
            return examined(role, only, LOCAL, Duration.ofMinutes(10), guise, listener, in, out, versions);
        } finally {
            vertx.close().await(20, TimeUnit.SECONDS);
        }
    }

    /**
     * Examines a node of ours behind two relays.
     *
     * @param in on the way to the node, which it takes for its own address
     * @param out on the way to the tester, with the target at which the tester is to listen
     */
    static Run examined(
            SutRole role,
            Set<String> only,
            Timings timings,
            Duration atMost,
            Guise guise,
            RunListener listener,
            Relay in,
            Relay out,
            SpecVersion... versions)
            throws Exception {
        SelfSubject subject =
                SelfSubject.start(settings(role, in, guise.pageLimit())).await(20, TimeUnit.SECONDS);
        try {
            in.target(subject.port());
            Sut sut = sut(role, subject, timings, guise, out, versions);
            RunRequest request = new RunRequest(
                    sut,
                    only,
                    Set.of(Layer.values()),
                    new SutTriggers(sut.triggers(), "test", Optional.empty()),
                    listener,
                    atMost);
            try (ConformanceRun run = ConformanceRun.of(request)) {
                return run.execute();
            }
        } finally {
            subject.close().await(20, TimeUnit.SECONDS);
        }
    }

    private static SelfSettings settings(SutRole role, Relay in, int pageLimit) {
        SelfSettings usual = SelfSettings.of(Role.valueOf(role.name()), 1);
        return new SelfSettings(
                usual.role(),
                usual.seed(),
                usual.versions(),
                usual.port(),
                usual.operatorPort(),
                Optional.of(in.url()),
                pageLimit,
                usual.faults(),
                usual.admin(),
                usual.tester());
    }

    /** One that was free a moment ago; the tester does not tell its own before it has started. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Sut sut(
            SutRole role, SelfSubject subject, Timings timings, Guise guise, Relay out, SpecVersion... versions) {
        SelfFacts facts = subject.facts();
        Way desk = new Way(
                Optional.of(URI.create(subject.operatorUrl())),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(15));
        return SutBuilder.builder()
                .versionsUrl(URI.create(guise.address().apply(subject.versionsUrl())))
                .token(subject.tokenA().value())
                .role(role)
                .versions(List.of(versions))
                .tester(new Sut.TesterAddress(
                        new Party("NL", "TSA"), "127.0.0.1", out.target(), Optional.of(URI.create(out.url()))))
                .known(SutKnownBuilder.builder()
                        .startable(facts.startable().stream()
                                .map(place -> new Startable(place.locationId(), place.evseUid(), place.connectorId()))
                                .toList())
                        .location(facts.location())
                        .validToken(facts.tokens().map(SelfFacts.Tokens::valid))
                        .blockedToken(facts.tokens().map(SelfFacts.Tokens::blocked))
                        .unknownToken(facts.tokens().map(SelfFacts.Tokens::unknown))
                        .locationDependentToken(Optional.empty())
                        .build())
                .timings(timings)
                .limits(new Limits(true, Set.of()))
                .triggers(new TriggerSettings(Map.of("default", desk)))
                .customModules(Set.of())
                .profile(HouseRules.NONE)
                .tolerances(Tolerances.DEFAULT)
                .build();
    }
}
