package dev.roamlab.control.fleets;

import dev.roamlab.control.chargers.Views;
import dev.roamlab.station.StationState;
import dev.roamlab.station.fleet.SimulatedStation;

/** Counts the chargers of one fleet. */
final class Tally {
    private final String name;
    private int chargers;
    private int connected;
    private int accepted;
    private int charging;
    private double watts;

    Tally(String name) {
        this.name = name;
    }

    void count(SimulatedStation station) {
        StationState state = station.current();
        chargers++;
        charging += state.transactionsUnderWay();
        watts += state.watts();
        switch (state.uplink().phase()) {
            case ACCEPTED -> {
                accepted++;
                connected++;
            }
            case BOOTING -> connected++;
            case DOWN, BACKING_OFF, CONNECTING -> {}
        }
    }

    FleetView view(Drivers drivers) {
        return new FleetView(name, chargers, connected, accepted, charging, Views.kilo(watts), drivers.of(name));
    }
}
