package dev.roamlab.control.chargers;

import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Future;
import java.util.List;

/** Tells the lab's own central system of chargers that are about to connect to it. */
@FunctionalInterface
public interface Welcome {
    /** For a central system that takes all comers, or that is none of ours. */
    Welcome NONE = newcomers -> Future.succeededFuture();

    /** Completes when they may come. */
    Future<Void> before(List<StationSpec> newcomers);
}
