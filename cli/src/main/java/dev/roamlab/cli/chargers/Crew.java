package dev.roamlab.cli.chargers;

import dev.roamlab.station.fleet.SimulatedStation;
import java.util.List;

/** Chargers that run: in this process, or in others that it has started. Callable from any thread. */
interface Crew {

    /** How they stand. */
    Standing standing();

    /**
     * Does something to all of them: {@code drama NAME [SETTING=VALUE]…} or {@code end}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    void order(String order);

    /** Those that can be driven by hand; none where they live in other processes. */
    List<SimulatedStation> stations();

    /** Waits a little, and lets the chargers' time pass meanwhile. */
    void passTime();

    /** Whether the chargers' time is up. */
    boolean isTimeUp();

    /**
     * Stops transactions if asked to, closes all connections. Blocks until that is done, or a while has passed.
     *
     * @return how they stood just before they hung up
     */
    Standing close(boolean stopTransactions);
}
