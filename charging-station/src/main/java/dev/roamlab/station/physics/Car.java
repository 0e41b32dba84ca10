package dev.roamlab.station.physics;

/**
 * A car as it stands at a charging station.
 *
 * @param stateOfCharge per cent
 * @param targetSoc the car stops by itself at this state of charge, in per cent
 * @param cableAmps what the driver's own cable carries; without effect where the station has a cable attached
 */
public record Car(CarModel model, double stateOfCharge, double targetSoc, double cableAmps) {
    static final double USUAL_CABLE_AMPS = 32;

    public Car {
        Checks.within("stateOfCharge", stateOfCharge, 0, 100);
        Checks.within("targetSoc", targetSoc, 0, 100);
        Checks.positive("cableAmps", cableAmps);
    }

    /** The same car with another cable. */
    public Car withCable(double amps) {
        return new Car(model, stateOfCharge, targetSoc, amps);
    }

    /** The same car, told to stop at a state of charge. */
    public Car until(double soc) {
        return new Car(model, stateOfCharge, soc, cableAmps);
    }

    /** Whether the car wants no more. */
    public boolean isFull() {
        return stateOfCharge >= targetSoc;
    }

    Car charged(double soc) {
        return new Car(model, soc, targetSoc, cableAmps);
    }
}
