package dev.roamlab.cli.conformance;

import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.conformance.engine.RunRequest;
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
import dev.roamlab.conformance.trigger.SutTriggers;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.Run;
import dev.roamlab.scenarios.operator.SelfFacts;
import dev.roamlab.scenarios.operator.SelfSettings;
import dev.roamlab.scenarios.operator.SelfSubject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One of our own nodes, examined. For tests of checks. */
public final class OurNode {
    private static final Timings LOCAL = new Timings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(4),
            Duration.ofMillis(800),
            Duration.ofSeconds(15));

    private OurNode() {}

    /** Starts a node of ours, examines it in these versions, and stops it. */
    public static Run examined(SutRole role, Set<String> only, SpecVersion... versions) throws Exception {
        SelfSubject subject =
                SelfSubject.start(SelfSettings.of(Role.valueOf(role.name()), 1)).await(20, TimeUnit.SECONDS);
        try {
            Sut sut = sut(role, subject, versions);
            RunRequest request = new RunRequest(
                    sut,
                    only,
                    Set.of(Layer.values()),
                    new SutTriggers(sut.triggers(), "test", Optional.empty()),
                    RunListener.NONE);
            try (ConformanceRun run = ConformanceRun.of(request)) {
                return run.execute();
            }
        } finally {
            subject.close().await(20, TimeUnit.SECONDS);
        }
    }

    private static Sut sut(SutRole role, SelfSubject subject, SpecVersion... versions) {
        SelfFacts facts = subject.facts();
        Way desk = new Way(
                Optional.of(URI.create(subject.operatorUrl())),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(15));
        return SutBuilder.builder()
                .versionsUrl(URI.create(subject.versionsUrl()))
                .token(subject.tokenA().value())
                .role(role)
                .versions(List.of(versions))
                .tester(new Sut.TesterAddress(new Party("NL", "TSA"), "127.0.0.1", 0, Optional.empty()))
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
                .timings(LOCAL)
                .limits(new Limits(true, Set.of()))
                .triggers(new TriggerSettings(Map.of("default", desk)))
                .customModules(Set.of())
                .build();
    }
}
