package dev.roamlab.station;

import dev.roamlab.station.physics.Car;

/** A car whose cable is in. {@code paused}: the car has asked the station to wait. */
public record Plug(Car car, boolean paused) {
    Plug with(Car charged) {
        return new Plug(charged, paused);
    }

    Plug paused(boolean pause) {
        return new Plug(car, pause);
    }
}
