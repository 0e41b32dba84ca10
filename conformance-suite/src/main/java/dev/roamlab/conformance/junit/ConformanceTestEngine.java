package dev.roamlab.conformance.junit;

import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.reports.Run;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * Runs the suite as tests: a class annotated with {@link ConformanceOf} becomes a tree version → chapter → requirement. Which
 * requirements there are is only known when the system has been asked, so they register while the run goes on.
 */
public final class ConformanceTestEngine implements TestEngine {
    /** For makers of a {@code ServiceLoader}. */
    public ConformanceTestEngine() {}

    @Override
    public String getId() {
        return "roamlab-conformance";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        EngineDescriptor root = new EngineDescriptor(id, "Roamlab conformance suite");
        for (RunSelector selector : request.getSelectorsByType(RunSelector.class)) {
            root.addChild(new RunDescriptor(id.append("run", selector.title()), selector));
        }
        for (ClassSelector selector : request.getSelectorsByType(ClassSelector.class)) {
            ConformanceOf declared = selector.getJavaClass().getAnnotation(ConformanceOf.class);
            if (declared != null) {
                root.addChild(new RunDescriptor(
                        id.append("class", selector.getClassName()),
                        DeclaredRun.of(selector.getJavaClass(), declared),
                        selector.getJavaClass()));
            }
        }
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        var listener = request.getEngineExecutionListener();
        listener.executionStarted(request.getRootTestDescriptor());
        for (TestDescriptor child : request.getRootTestDescriptor().getChildren()) {
            if (child instanceof RunDescriptor run) {
                perform(run, new PlatformBridge(run, listener));
            }
        }
        listener.executionFinished(request.getRootTestDescriptor(), TestExecutionResult.successful());
    }

    private static void perform(RunDescriptor descriptor, PlatformBridge bridge) {
        bridge.started();
        try (ConformanceRun run = descriptor.selector().open().apply((RunListener) bridge)) {
            Run outcome = run.execute();
            descriptor.selector().done().accept(outcome);
            bridge.finished(TestExecutionResult.successful());
        } catch (RuntimeException broken) {
            bridge.finished(TestExecutionResult.failed(broken));
        }
    }
}
