package dev.roamlab.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.roamlab.reports.Layer;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.RequirementResultBuilder;
import dev.roamlab.reports.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class ConformanceTestEngineTest {
    @ConformanceOf("no-such-file.yaml")
    static final class Missing {}

    @ConformanceOf("src/test/resources/bad-sut.yaml")
    static final class Bad {}

    @ConformanceOf("src/test/resources/unreachable-sut.yaml")
    static final class Unreachable {}

    static final class NotDeclared {}

    @Test
    void a_sut_file_that_is_not_there_fails_that_container_alone() {
        examined(Missing.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message(text -> text.contains("no-such-file.yaml cannot be read")))));
    }

    @Test
    void a_mistake_in_the_sut_file_is_named_with_its_place() {
        examined(Bad.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message(text -> text.contains("bad-sut.yaml") && text.contains("role")))));
    }

    @Test
    void a_system_that_is_not_there_fails_the_container() {
        examined(Unreachable.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("Is the URL right")))));
    }

    @Test
    void other_classes_are_left_to_other_engines() {
        assertThat(examined(NotDeclared.class).containerEvents().started().count())
                .isEqualTo(1);
    }

    @Test
    void the_tree_is_version_chapter_requirement() {
        var events = told(bridge -> {
            bridge.decided(result("2.2.1", "versions", "VER-001", Verdict.PASSED));
            bridge.decided(result("2.2.1", "tokens", "TOK-001", Verdict.PASSED));
            bridge.decided(result("2.3.0", "versions", "VER-001", Verdict.PASSED));
        });

        assertThat(events.testEvents().succeeded().stream()
                        .map(event -> event.getTestDescriptor().getUniqueId().toString()))
                .containsExactly(
                        "[engine:bridge]/[run:test]/[version:2.2.1]/[module:versions]/[requirement:VER-001]",
                        "[engine:bridge]/[run:test]/[version:2.2.1]/[module:tokens]/[requirement:TOK-001]",
                        "[engine:bridge]/[run:test]/[version:2.3.0]/[module:versions]/[requirement:VER-001]");
        assertThat(events.containerEvents().started().count())
                .isEqualTo(events.containerEvents().finished().count());
    }

    @Test
    void verdicts_are_failed_aborted_skipped_or_passed() {
        var tests = told(bridge -> {
                    for (Verdict verdict : List.of(
                            Verdict.PASSED,
                            Verdict.WARNED,
                            Verdict.FAILED,
                            Verdict.ERROR,
                            Verdict.INCONCLUSIVE,
                            Verdict.NOT_APPLICABLE)) {
                        bridge.decided(result("2.2.1", "versions", "VER-" + verdict, verdict));
                    }
                })
                .testEvents();

        assertThat(names(tests.succeeded().stream().toList())).containsExactly("VER-PASSED title", "VER-WARNED title");
        assertThat(names(tests.failed().stream().toList())).containsExactly("VER-FAILED title");
        assertThat(names(tests.aborted().stream().toList())).containsExactly("VER-ERROR title");
        assertThat(names(tests.skipped().stream().toList()))
                .containsExactly("VER-INCONCLUSIVE title", "VER-NOT_APPLICABLE title");
        assertThat(tests.skipped().stream().findFirst().orElseThrow().getPayload(String.class))
                .contains("inconclusive: because");
    }

    @Test
    void a_known_failure_is_skipped_with_its_reason() {
        var known = RequirementResultBuilder.builder(result("2.2.1", "versions", "VER-001", Verdict.FAILED))
                .expectedFailure(true)
                .notes(List.of("known failure: TICKET-1"))
                .build();

        var skipped = told(bridge -> bridge.decided(known)).testEvents().skipped().stream()
                .toList();

        assertThat(skipped).hasSize(1);
        assertThat(skipped.get(0).getPayload(String.class)).contains("known failure: TICKET-1: because");
    }

    private static List<String> names(List<Event> events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static EngineExecutionResults examined(Class<?> type) {
        return EngineTestKit.engine(new ConformanceTestEngine())
                .selectors(selectClass(type))
                .execute();
    }

    private static EngineExecutionResults told(Consumer<PlatformBridge> story) {
        return EngineTestKit.engine(new BridgeOnly(story))
                .selectors(selectClass(NotDeclared.class))
                .execute();
    }

    private static RequirementResult result(String version, String module, String id, Verdict verdict) {
        return RequirementResultBuilder.builder()
                .requirement(id)
                .version(version)
                .module(module)
                .title("title")
                .layer(Layer.SPEC)
                .level("MUST")
                .verdict(verdict)
                .check(Optional.empty())
                .message("because")
                .took(Duration.ZERO)
                .deviations(List.of())
                .notes(List.of())
                .watchlist(false)
                .expectedFailure(false)
                .text(Optional.empty())
                .exchanges(List.of())
                .build();
    }

    /** Tells the platform a story of verdicts, without a system. */
    private record BridgeOnly(Consumer<PlatformBridge> story) implements TestEngine {
        @Override
        public String getId() {
            return "bridge";
        }

        @Override
        public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
            EngineDescriptor root = new EngineDescriptor(id, "bridge");
            root.addChild(
                    new RunDescriptor(id.append("run", "test"), new RunSelector("test", platform -> null, run -> {})));
            return root;
        }

        @Override
        public void execute(ExecutionRequest request) {
            var listener = request.getEngineExecutionListener();
            TestDescriptor root = request.getRootTestDescriptor();
            listener.executionStarted(root);
            RunDescriptor run = (RunDescriptor) root.getChildren().iterator().next();
            PlatformBridge bridge = new PlatformBridge(run, listener);
            bridge.started();
            story.accept(bridge);
            bridge.finished(TestExecutionResult.successful());
            listener.executionFinished(root, TestExecutionResult.successful());
        }
    }
}
