package dev.roamlab.station.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roamlab.station.physics.Flow.Bound;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ChargingTest {
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;
    private static final Connection SOCKET_22 = Connection.ac(3, 230, 32);
    private static final Connection WALL_BOX_240 = new Connection(false, 1, 240, 32, 7680, true);
    private static final Connection DC_300 = Connection.dc(920, 500, 300_000);

    @Test
    void a_three_phase_car_takes_22_kw_at_a_22_kw_socket() {
        Flow flow = now(SOCKET_22, Cars.named("finch-52").at(20));

        assertThat(flow.watts()).isEqualTo(22_080);
        assertThat(flow.amps()).isEqualTo(32);
        assertThat(flow.phases()).isEqualTo(3);
        assertThat(flow.bound()).isEqualTo(Bound.CONNECTOR);
    }

    @Test
    void a_single_phase_hybrid_takes_3_7_kw_at_the_same_socket() {
        Flow flow = now(SOCKET_22, Cars.named("halden-phev").at(20));

        assertThat(flow.watts()).isEqualTo(3_680);
        assertThat(flow.phases()).isEqualTo(1);
        assertThat(flow.bound()).isEqualTo(Bound.CAR);
    }

    @Test
    void a_wall_box_of_240_volts_and_32_amperes_gives_7_7_kw() {
        assertThat(now(WALL_BOX_240, Cars.named("prairie-77").at(50)).watts()).isEqualTo(7_680);
    }

    @Test
    void a_thin_cable_is_the_bound_at_a_socket_but_not_where_the_cable_is_attached() {
        Car car = Cars.named("finch-52").at(20).withCable(20);

        assertThat(now(SOCKET_22, car).watts()).isEqualTo(20 * 230 * 3);
        assertThat(now(SOCKET_22, car).bound()).isEqualTo(Bound.CABLE);
        assertThat(now(new Connection(false, 3, 230, 32, 22_080, true), car).watts())
                .isEqualTo(22_080);
    }

    @Test
    void a_limit_under_six_amperes_stops_an_ac_car_and_it_is_the_station_that_stops_it() {
        Flow flow = Charging.flow(SOCKET_22, Cars.named("finch-52").at(20), UNLIMITED, 5.9 * 230 * 3);

        assertThat(flow.watts()).isZero();
        assertThat(flow.stoppedByStation()).isTrue();
    }

    @Test
    void a_full_battery_is_the_cars_own_doing_even_under_a_limit_of_zero() {
        Flow flow = Charging.flow(SOCKET_22, Cars.named("finch-52").at(100), UNLIMITED, 0);

        assertThat(flow.watts()).isZero();
        assertThat(flow.stoppedByCar()).isTrue();
        assertThat(flow.bound()).isEqualTo(Bound.FULL);
    }

    @Test
    void a_battery_that_takes_less_than_the_minimum_current_still_charges() {
        Connection shore = Connection.ac(3, 230, 63);
        CarModel slow = CarModelBuilder.builder(Cars.named("finch-52"))
                .taper(TaperCurve.flat(2))
                .build();

        assertThat(now(shore, slow.at(99)).watts()).isEqualTo(2_000);
    }

    @Test
    void dc_voltage_rises_with_the_battery_and_current_never_exceeds_the_connector() {
        Car empty = Cars.named("tundra-95").at(10);
        Connection thin = Connection.dc(500, 125, 50_000);

        assertThat(now(DC_300, empty).volts()).isBetween(345.0, 360.0);
        assertThat(now(DC_300, empty).watts()).isEqualTo(150_000);
        assertThat(now(thin, empty).amps()).isLessThanOrEqualTo(125);
        assertThat(now(thin, empty).bound()).isEqualTo(Bound.CONNECTOR);
    }

    @Test
    void a_car_without_dc_inlet_takes_nothing_from_dc() {
        assertThat(now(DC_300, Cars.named("halden-phev").at(10)).bound()).isEqualTo(Bound.MISMATCH);
    }

    @Test
    void charging_to_full_takes_exactly_what_was_missing() {
        Car car = Cars.named("finch-52").at(25);

        Duration time =
                Charging.timeToFull(SOCKET_22, car, UNLIMITED, UNLIMITED).orElseThrow();
        Charging.Charged charged = Charging.charge(SOCKET_22, car, UNLIMITED, UNLIMITED, time);

        assertThat(charged.car().isFull()).isTrue();
        assertThat(charged.energyWh()).isCloseTo(39_000, within(1e-6));
        assertThat(time).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(150));
    }

    @RepeatedTest(300)
    void energy_is_the_integral_of_power_and_charge_follows_energy(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        CarModel model = Cars.all().get(random.nextInt(Cars.all().size()));
        Connection connection = model.acPhases() > 0 && random.nextBoolean() ? SOCKET_22 : DC_300;
        Car car = model.at(random.nextDouble() * 100).until(random.nextInt(101));
        double limit = random.nextBoolean() ? UNLIMITED : random.nextInt(30_000);
        Duration total = Duration.ofSeconds(random.nextInt(4 * 3600));

        Charging.Charged whole = Charging.charge(connection, car, UNLIMITED, limit, total);

        assertThat(whole.energyWh()).isCloseTo(sampled(connection, car, limit, total, random), within(1e-6));
        assertThat(whole.energyWh()).isCloseTo(riemann(connection, car, limit, total), within(80.0));
        assertThat(whole.car().stateOfCharge())
                .isCloseTo(car.stateOfCharge() + whole.energyWh() / model.batteryKwh() / 10, within(1e-6));
    }

    /** The same time in pieces of random length: every sampled figure must hold together, and the pieces must add up. */
    private static double sampled(Connection connection, Car start, double limit, Duration total, Random random) {
        double energy = 0;
        Car car = start;
        for (Duration left = total; !left.isZero(); ) {
            Duration piece = Duration.ofMillis(1 + random.nextInt(900_000));
            piece = piece.compareTo(left) > 0 ? left : piece;
            Flow flow = Charging.flow(connection, car, UNLIMITED, limit);
            assertThat(flow.volts() * flow.amps() * flow.phases()).isCloseTo(flow.watts(), within(1e-6));
            Charging.Charged charged = Charging.charge(connection, car, UNLIMITED, limit, piece);
            assertThat(charged.car().stateOfCharge()).isBetween(car.stateOfCharge(), 100.0);
            energy += charged.energyWh();
            car = charged.car();
            left = left.minus(piece);
        }
        return energy;
    }

    /** A second opinion: one-second rectangles, knowing nothing of steps, so a rectangle may overshoot a step or the end. */
    private static double riemann(Connection connection, Car start, double limit, Duration total) {
        double energy = 0;
        double soc = start.stateOfCharge();
        for (long second = 0; second < total.toSeconds(); second++) {
            double watts = Charging.flow(connection, start.charged(soc), UNLIMITED, limit)
                    .watts();
            energy += watts / 3600;
            soc = Math.min(100, soc + watts / 3600 / (start.model().batteryKwh() * 10));
        }
        return energy;
    }

    private static Flow now(Connection connection, Car car) {
        return Charging.flow(connection, car, UNLIMITED, UNLIMITED);
    }
}
