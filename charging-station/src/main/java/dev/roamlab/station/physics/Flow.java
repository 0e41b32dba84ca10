package dev.roamlab.station.physics;

/**
 * What flows at one instant: {@code volts × amps × phases = watts}.
 *
 * @param amps per phase
 * @param bound which of all bounds decides
 */
public record Flow(double watts, double volts, double amps, int phases, Bound bound) {

    /** What keeps power from being higher. */
    public enum Bound {
        /** The connector's rated current or power. */
        CONNECTOR,
        /** The driver's cable. */
        CABLE,
        /** The station's share of its grid connection. */
        GRID,
        /** A limit set from outside, such as a charging profile. */
        LIMIT,
        /** The car's on-board charger, its phases or its DC inlet. */
        CAR,
        /** The battery at its state of charge. */
        BATTERY,
        /** The battery holds what the driver asked for. */
        FULL,
        /** The car cannot be charged at this connector. */
        MISMATCH
    }

    /** Whether nothing flows because the station offers too little: limit or grid below what the car needs to begin. */
    public boolean stoppedByStation() {
        return watts == 0 && (bound == Bound.LIMIT || bound == Bound.GRID);
    }

    /** Whether nothing flows because the car does not want or cannot take any. */
    public boolean stoppedByCar() {
        return watts == 0 && !stoppedByStation();
    }
}
