package dev.roamlab.scenarios.engine;

import dev.roamlab.lab.Exchange;
import dev.roamlab.reports.ScenarioResult;
import java.util.List;

/**
 * A scenario that has been played.
 *
 * @param exchanges what crossed a wire meanwhile, in the order of the log
 */
public record Played(ScenarioResult result, List<Exchange> exchanges) {
    /** A play; the exchanges are copied. */
    public Played {
        exchanges = List.copyOf(exchanges);
    }
}
