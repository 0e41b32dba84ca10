package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.conformance.engine.RunRequest;
import dev.roamlab.conformance.subject.HouseRules;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.subject.SutBuilder;
import dev.roamlab.conformance.subject.SutKnownBuilder;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.subject.Tolerances;
import dev.roamlab.conformance.trigger.Triggers;
import dev.roamlab.ocpi.types.Role;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Verdict;
import dev.roamlab.scenarios.operator.SelfSettings;
import dev.roamlab.scenarios.operator.SelfSubject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AttestationsTest {
    private static final Set<String> ASKED = Set.of("LOC-010", "LOC-081", "LOC-151", "TOK-079");

    private final List<String> questions = new CopyOnWriteArrayList<>();

    @Test
    void a_yes_passes_a_no_fails_and_silence_decides_nothing() throws Exception {
        Map<String, RequirementResult> results = examined();

        assertThat(java.util.Objects.requireNonNull(results.get("LOC-010")).verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(java.util.Objects.requireNonNull(results.get("LOC-010")).notes())
                .singleElement()
                .asString()
                .startsWith("attested by the operator, not seen on the wire: ")
                .endsWith("(looked twice)");
        assertThat(java.util.Objects.requireNonNull(results.get("LOC-081")).verdict())
                .isEqualTo(Verdict.FAILED);
        assertThat(java.util.Objects.requireNonNull(results.get("LOC-151")).verdict())
                .as("a SHOULD")
                .isEqualTo(Verdict.WARNED);
        assertThat(java.util.Objects.requireNonNull(results.get("TOK-079")).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(questions).containsExactlyInAnyOrderElementsOf(ASKED);
    }

    private JsonNode say(String requirement) {
        questions.add(requirement);
        var answer = JsonNodeFactory.instance.objectNode().put("note", "looked twice");
        return requirement.equals("TOK-079") ? answer : answer.put("holds", requirement.equals("LOC-010"));
    }

    private Map<String, RequirementResult> examined() throws Exception {
        SelfSubject emsp = SelfSubject.start(SelfSettings.of(Role.EMSP, 1)).await(20, TimeUnit.SECONDS);
        RunRequest request = new RunRequest(sut(emsp), ASKED, Set.of(Layer.values()), new Witness(), RunListener.NONE);
        try (ConformanceRun run = ConformanceRun.of(request)) {
            return run.execute().results().stream()
                    .map(RequirementResult.class::cast)
                    .collect(Collectors.toMap(RequirementResult::requirement, result -> result));
        } finally {
            emsp.close().await(20, TimeUnit.SECONDS);
        }
    }

    /** Looks when asked to, and does nothing else. */
    private final class Witness implements Triggers {
        @Override
        public JsonNode pull(String name, Map<String, ?> params) {
            if (!name.equals("attest")) {
                throw new TriggerUnavailable("not here");
            }
            return say(String.valueOf((Object) params.get("requirement")));
        }

        @Override
        public boolean has(String name) {
            return name.equals("attest");
        }
    }

    private static Sut sut(SelfSubject emsp) {
        return SutBuilder.builder()
                .versionsUrl(URI.create(emsp.versionsUrl()))
                .token(emsp.tokenA().value())
                .role(SutRole.EMSP)
                .versions(List.of(SpecVersion.V2_3_0))
                .tester(new Sut.TesterAddress(new Party("NL", "TSA"), "127.0.0.1", 0, Optional.empty()))
                .known(SutKnownBuilder.builder()
                        .startable(List.of())
                        .location(Optional.empty())
                        .validToken(Optional.empty())
                        .blockedToken(Optional.empty())
                        .unknownToken(Optional.empty())
                        .locationDependentToken(Optional.empty())
                        .build())
                .timings(OurNode.LOCAL)
                .limits(new Sut.Limits(false, Set.of()))
                .triggers(Sut.TriggerSettings.NONE)
                .customModules(Set.of())
                .profile(HouseRules.NONE)
                .tolerances(Tolerances.DEFAULT)
                .build();
    }
}
