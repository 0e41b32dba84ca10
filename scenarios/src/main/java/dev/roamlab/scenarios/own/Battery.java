package dev.roamlab.scenarios.own;

import dev.roamlab.station.physics.CarModel;
import dev.roamlab.station.physics.Charging;
import dev.roamlab.station.physics.Connection;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How full Mia's battery is when she arrives, so that it gets full in the time that the story gives it: at 3.7 kW as at 300.
 *
 * @param soc percent
 * @param kwhSoon what it takes in the first twenty minutes
 * @param kwAtFirst power when it begins
 * @param kwSoon power after twenty minutes
 */
record Battery(int soc, double kwhSoon, double kwAtFirst, double kwSoon) {
    private static final Duration UNTIL_FULL = Duration.ofMinutes(85);
    private static final Duration COFFEE = Duration.ofMinutes(20);

    static Battery at(Connection connection, CarModel car) {
        double grid = connection.maxWatts();
        int soc = IntStream.rangeClosed(1, 98)
                .boxed()
                .min(Comparator.comparing(percent -> Charging.timeToFull(connection, car.at(percent), grid, UNLIMITED)
                        .map(time -> time.minus(UNTIL_FULL).abs())
                        .orElse(Duration.ofDays(1))))
                .orElseThrow();
        var charged = Charging.charge(connection, car.at(soc), grid, UNLIMITED, COFFEE);
        return new Battery(
                soc,
                charged.energyWh() / 1000,
                Charging.flow(connection, car.at(soc), grid, UNLIMITED).watts() / 1000,
                Charging.flow(connection, charged.car(), grid, UNLIMITED).watts() / 1000);
    }

    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    /** {@code 11 kilowatts}, or {@code up to 50 kilowatts} when it gets less. */
    String power() {
        String kw = Words.number(kwAtFirst);
        return (kwSoon < kwAtFirst * 0.99 ? "up to " : "") + kw + " kilowatts";
    }

    /** What is surely in the battery after twenty minutes; the meter reports now and then only. */
    double surelySoon() {
        return Math.floor(kwhSoon * 0.7 * 10) / 10;
    }
}
