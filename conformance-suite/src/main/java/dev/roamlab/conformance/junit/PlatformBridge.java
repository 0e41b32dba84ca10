package dev.roamlab.conformance.junit;

import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.reports.RequirementResult;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestDescriptor.Type;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;

/** Tells the platform of verdicts: failed fails, what says nothing about the system is skipped, trouble of ours is aborted. */
final class PlatformBridge implements RunListener {
    private final RunDescriptor run;
    private final EngineExecutionListener platform;
    /** The version and the chapter that are open, the outer one first. */
    private final Deque<Node> open = new ArrayDeque<>();

    PlatformBridge(RunDescriptor run, EngineExecutionListener platform) {
        this.run = run;
        this.platform = platform;
    }

    void started() {
        platform.executionStarted(run);
    }

    void finished(TestExecutionResult result) {
        closeTo(0);
        platform.executionFinished(run, result);
    }

    @Override
    public void decided(RequirementResult result) {
        enter(0, "version", result.version());
        enter(1, "module", result.module());
        Node test = child(
                open.peekLast(), "requirement", result.requirement(), result.requirement() + " " + result.title());
        switch (result.verdict().weight()) {
            case SILENT -> platform.executionSkipped(test, result.verdict().words() + ": " + result.message());
            case CLEAN -> passed(test, result);
            case FINDING -> failed(test, result);
            case TROUBLE -> finish(test, TestExecutionResult.aborted(new IllegalStateException(result.message())));
        }
    }

    private void passed(Node test, RequirementResult result) {
        platform.executionStarted(test);
        if (!result.message().isEmpty()) {
            platform.reportingEntryPublished(
                    test, ReportEntry.from(result.verdict().words(), result.message()));
        }
        platform.executionFinished(test, TestExecutionResult.successful());
    }

    /** A failure that the baseline knows does not break the build. */
    private void failed(Node test, RequirementResult result) {
        if (result.expectedFailure()) {
            platform.executionSkipped(test, String.join("; ", result.notes()) + ": " + result.message());
        } else {
            finish(test, TestExecutionResult.failed(new AssertionError(result.message())));
        }
    }

    private void finish(Node test, TestExecutionResult result) {
        platform.executionStarted(test);
        platform.executionFinished(test, result);
    }

    /** Makes this the open container at its depth, closing what was open there before. */
    private void enter(int depth, String kind, String name) {
        boolean same = open.size() > depth
                && open.stream()
                        .skip(depth)
                        .findFirst()
                        .orElseThrow()
                        .getDisplayName()
                        .equals(name);
        if (!same) {
            closeTo(depth);
            Node node = child(open.isEmpty() ? run : open.peekLast(), kind, name, name);
            platform.executionStarted(node);
            open.addLast(node);
        }
    }

    private Node child(TestDescriptor parent, String kind, String id, String name) {
        Type type = kind.equals("requirement") ? Type.TEST : Type.CONTAINER;
        Node node = new Node(parent.getUniqueId().append(kind, id), name, type);
        parent.addChild(node);
        platform.dynamicTestRegistered(node);
        return node;
    }

    private void closeTo(int depth) {
        while (open.size() > depth) {
            platform.executionFinished(open.removeLast(), TestExecutionResult.successful());
        }
    }
}
