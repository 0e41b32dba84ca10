package dev.roamlab.station.fleet;

import dev.roamlab.station.StationEvent;
import dev.roamlab.station.StationState;
import dev.roamlab.station.Step;

/** Sees what happens to every station of a fleet. Called on the station's event loop, so it must be quick and never throw. */
@FunctionalInterface
public interface FleetWatcher {

    /** An event has been dealt with; the state that followed is in the step. */
    void happened(StationEvent event, StationState before, Step step);
}
