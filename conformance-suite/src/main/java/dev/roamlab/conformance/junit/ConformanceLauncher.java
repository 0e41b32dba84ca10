package dev.roamlab.conformance.junit;

import dev.roamlab.conformance.engine.RunRequest;
import dev.roamlab.reports.Run;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the suite on the JUnit Platform from a program. */
public final class ConformanceLauncher {
    private ConformanceLauncher() {}

    /**
     * Runs and waits for the outcome.
     *
     * @throws dev.roamlab.conformance.engine.CannotRun when the system cannot be reached with what we were given
     */
    public static Run launch(RunRequest request, TestExecutionListener... listeners) {
        AtomicReference<Run> outcome = new AtomicReference<>();
        AtomicReference<Throwable> broken = new AtomicReference<>();
        LauncherDiscoveryRequest discovery = LauncherDiscoveryRequestBuilder.request()
                .selectors(RunSelector.of(request, outcome::set))
                .build();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new ConformanceTestEngine())
                .addTestExecutionListeners(listeners)
                .addTestExecutionListeners(new FailedRun(broken))
                .build();
        LauncherFactory.create(config).execute(discovery);
        if (broken.get() instanceof RuntimeException reason) {
            throw reason;
        }
        return java.util.Objects.requireNonNull(outcome.get(), "the run ended without an outcome");
    }

    /** Catches why the run as a whole did not come about. */
    private record FailedRun(AtomicReference<Throwable> reason) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isContainer()) {
                result.getThrowable().ifPresent(reason::set);
            }
        }
    }
}
