package dev.roamlab.conformance.junit;

import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.conformance.engine.RunRequest;
import dev.roamlab.reports.Run;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.platform.engine.DiscoverySelector;

/**
 * Selects a run that is described in code.
 *
 * @param title what the run is called
 * @param open makes the run ready, with the listener added that reports to the platform
 * @param done gets the run's outcome
 */
record RunSelector(String title, Function<RunListener, ConformanceRun> open, Consumer<Run> done)
        implements DiscoverySelector {

    /** Selects a run as requested. */
    static RunSelector of(RunRequest request, Consumer<Run> done) {
        return new RunSelector(
                "Conformance of " + request.sut().versionsUrl(),
                platform -> ConformanceRun.of(request.heardBy(platform)),
                done);
    }
}
