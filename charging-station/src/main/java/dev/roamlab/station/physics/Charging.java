package dev.roamlab.station.physics;

import dev.roamlab.station.physics.Flow.Bound;
import java.time.Duration;
import java.util.Optional;

/**
 * The power between a connector and a car, and what it does over time. Power is the least of what the grid connection,
 * the connector, the cable, a limit, the car and its battery allow; for given bounds it is a step function of the state of
 * charge, so energy is its exact integral.
 */
public final class Charging {
    private static final double NANOS_PER_HOUR = 3_600e9;

    private Charging() {}

    /**
     * A car that has been charged for a while.
     *
     * @param energyWh what it took meanwhile
     */
    public record Charged(Car car, double energyWh) {}

    /**
     * What flows now.
     *
     * @param gridWatts what the station's grid connection leaves for this connector
     * @param limitWatts what a profile or an operator allows; infinite without a limit
     */
    public static Flow flow(Connection connection, Car car, double gridWatts, double limitWatts) {
        return flow(connection, car, gridWatts, PowerLimit.ofWatts(limitWatts));
    }

    /**
     * What flows now.
     *
     * @param gridWatts what the station's grid connection leaves for this connector
     * @param limit what profiles and operators allow
     */
    public static Flow flow(Connection connection, Car car, double gridWatts, PowerLimit limit) {
        int phases = connection.direct()
                ? 1
                : Math.min(
                        limit.phases(),
                        Math.min(connection.phases(), car.model().acPhases()));
        double volts = connection.direct() ? car.model().packVolts(car.stateOfCharge()) : connection.volts();
        Bounds bounds = new Bounds();
        if (fits(connection, car)) {
            offer(bounds, connection, car, phases);
            bounds.atMost(gridWatts, Bound.GRID);
            bounds.atMost(limit.watts(), Bound.LIMIT);
            bounds.atMost(limit.amps() * stepVolts(connection, car) * phases, Bound.LIMIT);
            if (bounds.watts < minWatts(connection, car, phases)) {
                bounds.watts = 0;
            }
            take(bounds, connection, car, phases);
        } else {
            bounds.atMost(0, Bound.MISMATCH);
        }
        double watts = Math.max(0, bounds.watts);
        return new Flow(watts, volts, phases == 0 ? 0 : watts / volts / phases, Math.max(1, phases), bounds.bound);
    }

    /** Charges for a while under constant bounds. */
    public static Charged charge(Connection connection, Car car, double gridWatts, double limitWatts, Duration time) {
        return charge(connection, car, gridWatts, PowerLimit.ofWatts(limitWatts), time);
    }

    /** Charges for a while under constant bounds. */
    public static Charged charge(Connection connection, Car car, double gridWatts, PowerLimit limit, Duration time) {
        double hoursLeft = time.toNanos() / NANOS_PER_HOUR;
        double energyWh = 0;
        Car charging = car;
        while (hoursLeft > 0) {
            double watts = flow(connection, charging, gridWatts, limit).watts();
            if (watts == 0) {
                break;
            }
            double end = stepEnd(charging);
            double hours = hoursTo(end, charging, watts);
            if (hours <= hoursLeft) {
                energyWh += watts * hours;
                charging = charging.charged(end);
            } else {
                energyWh += watts * hoursLeft;
                charging = charging.charged(socAfter(charging, watts * hoursLeft, end));
            }
            hoursLeft -= hours;
        }
        return new Charged(charging, energyWh);
    }

    /** How long until the car is full under constant bounds, rounded up to a millisecond; empty when it never will be. */
    public static Optional<Duration> timeToFull(Connection connection, Car car, double gridWatts, double limitWatts) {
        return timeToFull(connection, car, gridWatts, PowerLimit.ofWatts(limitWatts));
    }

    /** How long until the car is full under constant bounds, rounded up to a millisecond; empty when it never will be. */
    public static Optional<Duration> timeToFull(Connection connection, Car car, double gridWatts, PowerLimit limit) {
        double hours = 0;
        Car charging = car;
        while (!charging.isFull()) {
            double watts = flow(connection, charging, gridWatts, limit).watts();
            if (watts == 0) {
                return Optional.empty();
            }
            double end = stepEnd(charging);
            hours += hoursTo(end, charging, watts);
            charging = charging.charged(end);
        }
        return Optional.of(Duration.ofMillis((long) Math.ceil(hours * 3_600_000)));
    }

    /** How long until the car has taken this energy under constant bounds, rounded up to a millisecond; empty for never. */
    public static Optional<Duration> timeToEnergy(
            Connection connection, Car car, double gridWatts, PowerLimit limit, double energyWh) {
        double hours = 0;
        double left = energyWh;
        Car charging = car;
        while (left > 0) {
            double watts = flow(connection, charging, gridWatts, limit).watts();
            if (watts == 0) {
                return Optional.empty();
            }
            double end = stepEnd(charging);
            double step = hoursTo(end, charging, watts);
            hours += Math.min(step, left / watts);
            left -= watts * step;
            charging = charging.charged(end);
        }
        return Optional.of(Duration.ofMillis((long) Math.ceil(hours * 3_600_000)));
    }

    private static boolean fits(Connection connection, Car car) {
        return connection.direct() ? car.model().dcMaxKw() > 0 : car.model().acPhases() > 0;
    }

    /** What the station's side allows. */
    private static void offer(Bounds bounds, Connection connection, Car car, int phases) {
        double wattsPerAmp = stepVolts(connection, car) * phases;
        bounds.atMost(Math.min(connection.maxWatts(), connection.maxAmps() * wattsPerAmp), Bound.CONNECTOR);
        if (!connection.direct() && !connection.cableAttached()) {
            bounds.atMost(car.cableAmps() * wattsPerAmp, Bound.CABLE);
        }
    }

    /** DC: the step's lowest voltage, so that power stays constant within the step. */
    private static double stepVolts(Connection connection, Car car) {
        return connection.direct()
                ? car.model().packVolts(car.model().taper().stepStart(car.stateOfCharge()))
                : connection.volts();
    }

    /** What the car takes of it. */
    private static void take(Bounds bounds, Connection connection, Car car, int phases) {
        CarModel model = car.model();
        bounds.atMost(
                connection.direct() ? model.dcMaxKw() * 1000 : model.acMaxAmps() * connection.volts() * phases,
                Bound.CAR);
        bounds.atMost(model.taper().maxKw(car.stateOfCharge()) * 1000, Bound.BATTERY);
        if (car.isFull()) {
            // Below zero, so that "full" wins over a limit of zero.
            bounds.atMost(-1, Bound.FULL);
        }
    }

    private static double minWatts(Connection connection, Car car, int phases) {
        return connection.direct() ? 0 : car.model().minAmps() * connection.volts() * phases;
    }

    private static double stepEnd(Car car) {
        return Math.min(car.targetSoc(), car.model().taper().stepEnd(car.stateOfCharge()));
    }

    private static double hoursTo(double soc, Car car, double watts) {
        return (soc - car.stateOfCharge()) / 100 * car.model().batteryKwh() * 1000 / watts;
    }

    private static double socAfter(Car car, double energyWh, double atMost) {
        return Math.min(atMost, car.stateOfCharge() + energyWh / (car.model().batteryKwh() * 1000) * 100);
    }

    /** The least bound met so far, and whose it is. */
    private static final class Bounds {
        private double watts = Double.POSITIVE_INFINITY;
        private Bound bound = Bound.CONNECTOR;

        void atMost(double candidate, Bound whose) {
            if (candidate < watts) {
                watts = candidate;
                bound = whose;
            }
        }
    }
}
