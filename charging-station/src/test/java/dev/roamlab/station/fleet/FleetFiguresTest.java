package dev.roamlab.station.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a fleet counts, and its comings and goings. */
class FleetFiguresTest {
    private static final StationModel POST = StationModels.shipped().named("post-22-twin");

    private final SteppedClock clock = new SteppedClock(Instant.parse("2027-03-01T08:00:00Z"), SteppedClock.MAX_SPEED);
    private final ExchangeLog log = new ExchangeLog(clock);
    private final Vertx vertx = Vertx.vertx();
    private TinyCsms csms;
    private Fleet fleet;

    @BeforeEach
    void start() throws Exception {
        csms = new TinyCsms(vertx, clock, log);
        fleet = Fleet.deploy(vertx, clock, log, Ids.seeded(1, "fleet"), csms.url())
                .await(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        fleet.close().await(10, TimeUnit.SECONDS);
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void figures_follow_a_charge_and_forget_a_station_that_leaves() throws Exception {
        SimulatedStation station = fleet.add(StationSpec.of(POST, "CP-1", 1));
        fleet.connectAll().await(5, TimeUnit.SECONDS);
        station.plugIn(1, Cars.named("finch-52").at(30));
        clock.pass(Duration.ofSeconds(2));
        station.present(1, IdToken.of("ANNA"));
        clock.pass(Duration.ofSeconds(2));

        FleetFigures charging = fleet.figures();
        assertThat(charging.stations()).isEqualTo(1);
        assertThat(charging.connected()).isEqualTo(1);
        assertThat(charging.accepted()).isEqualTo(1);
        assertThat(charging.charging()).isEqualTo(1);
        assertThat(charging.watts()).isEqualTo(22_080);
        assertThat(charging.sent())
                .isEqualTo(charging.received())
                .isEqualTo(charging.roundTrips().count());

        assertThat(fleet.remove("CP-1").await(5, TimeUnit.SECONDS)).isTrue();

        FleetFigures after = fleet.figures();
        assertThat(after.stations()).isZero();
        assertThat(after.connected()).isZero();
        assertThat(after.charging()).isZero();
        assertThat(after.watts()).isZero();
        assertThat(after.connects()).isEqualTo(1);
    }

    @Test
    void a_lost_connection_and_a_refused_one_are_counted_and_told() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        fleet.listen(new FleetListener() {
            @Override
            public void connected(SimulatedStation station) {
                heard.add("connected " + station);
            }

            @Override
            public void refused(SimulatedStation station, Throwable why) {
                heard.add("refused " + station);
            }

            @Override
            public void lost(SimulatedStation station, dev.roamlab.ocpp.link.Close how) {
                heard.add("lost " + station);
            }
        });
        fleet.add(StationSpec.of(POST, "CP-1", 1));
        fleet.add(StationSpec.of(POST, "CP-2", 2), Destination.of("ws://127.0.0.1:1/ocpp"), "elsewhere");
        fleet.connectAll().await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(2));
        csms.hangUp("CP-1");
        clock.pass(Duration.ofSeconds(1));

        assertThat(fleet.figures().backingOff()).isEqualTo(2);
        clock.pass(Duration.ofSeconds(20));
        FleetFigures figures = fleet.figures();
        assertThat(figures.losses()).isEqualTo(1);
        assertThat(figures.connects()).isEqualTo(2);
        assertThat(figures.reconnects()).isEqualTo(1);
        assertThat(figures.refusals()).isGreaterThanOrEqualTo(2);
        assertThat(heard).contains("connected CP-1", "lost CP-1", "refused CP-2");
        assertThat(fleet.group("elsewhere"))
                .extracting(SimulatedStation::chargePointId)
                .containsExactly("CP-2");
    }

    @Test
    void another_station_takes_the_place_of_one_and_connects_as_it_did() throws Exception {
        SimulatedStation old = fleet.add(StationSpec.of(POST, "CP-1", 1));
        fleet.add(StationSpec.of(POST, "CP-2", 2));
        fleet.connectAll().await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(2));

        StationSpec renamed = StationSpec.of(StationModels.shipped().named("dc-300"), "CP-9", 1);
        SimulatedStation fresh =
                fleet.replace(old, renamed, old.destination(), "new").await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(2));

        assertThat(fresh.state().accepted()).isTrue();
        assertThat(fleet.stations()).extracting(SimulatedStation::chargePointId).containsExactly("CP-2", "CP-9");
        assertThatThrownBy(() -> fleet.replace(fresh, StationSpec.of(POST, "CP-2", 3), fresh.destination(), ""))
                .hasMessage("chargePointId: 'CP-2' is taken");
    }

    @Test
    void a_ramp_tells_so_many_per_second_and_can_be_ended() {
        fleet.addAll(StationSpec.numbered(POST, "CP-##", 1, 40));

        Ramp ramp = Ramp.begin(clock, fleet.stations(), 10);
        clock.pass(Duration.ofSeconds(2));
        assertThat(ramp.told()).isBetween(19, 22);
        ramp.stop();
        clock.pass(Duration.ofSeconds(2));

        assertThat(ramp.told()).isBetween(19, 22);
    }

    @Test
    void percentiles_are_right_within_a_sixteenth() {
        RoundTrips.Counter counter = new RoundTrips.Counter();
        LongStream.rangeClosed(1, 10_000).forEach(micros -> counter.add(micros * 1000));

        RoundTrips trips = counter.read();

        assertThat(trips.count()).isEqualTo(10_000);
        assertThat(micros(trips, 0.5)).isBetween(5_000L, 5_320L);
        assertThat(micros(trips, 0.99)).isBetween(9_900L, 10_560L);
        assertThat(trips.since(trips).count()).isZero();
        assertThat(RoundTrips.of(trips.counts()).plus(trips).count()).isEqualTo(20_000);
        assertThat(RoundTrips.NONE.percentile(0.5)).isZero();
    }

    private static long micros(RoundTrips trips, double share) {
        return trips.percentile(share).toNanos() / 1000;
    }
}
