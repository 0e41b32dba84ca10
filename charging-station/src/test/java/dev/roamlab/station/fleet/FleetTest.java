package dev.roamlab.station.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.MeterValue;
import dev.roamlab.ocpp.messages.ReadingContext;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetStatus;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.TransactionEventRequest;
import dev.roamlab.station.behaviour.Behaviour;
import dev.roamlab.station.behaviour.Behaviours;
import dev.roamlab.station.models.StationModel;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stations over real sockets, in stepped time. */
class FleetTest {
    private static final IdToken ANNA = IdToken.of("ANNA");
    private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

    private final SteppedClock clock = new SteppedClock(START, SteppedClock.MAX_SPEED);
    private final ExchangeLog log = new ExchangeLog(clock);
    private Vertx vertx = Vertx.vertx();
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
    void from_boot_to_unplug() throws Exception {
        SimulatedStation station = connected("post-22-twin", "CP-1");

        station.plugIn(1, Cars.named("finch-52").at(30)).await(5, TimeUnit.SECONDS);
        station.present(1, ANNA).await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofMinutes(2));
        assertThat(station.state().connector(1).watts()).isEqualTo(22_080);
        station.present(1, ANNA).await(5, TimeUnit.SECONDS);
        station.unplug(1).await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(1));

        assertThat(csms.told())
                .containsExactly(
                        "CP-1 Boot UNKNOWN",
                        "CP-1 0.0 AVAILABLE",
                        "CP-1 1.1 AVAILABLE",
                        "CP-1 2.1 AVAILABLE",
                        "CP-1 1.1 PREPARING",
                        "CP-1 Authorize ANNA",
                        "CP-1 1.1 STARTED AUTHORIZED",
                        "CP-1 1.1 CHARGING",
                        "CP-1 1.1 UPDATED METER_VALUE_PERIODIC",
                        "CP-1 1.1 UPDATED METER_VALUE_PERIODIC",
                        "CP-1 1.1 ENDED LOCAL",
                        "CP-1 1.1 FINISHING",
                        "CP-1 1.1 AVAILABLE");
        assertThat(registers()).containsExactly("0", "368", "736", "736");
    }

    @Test
    void a_station_that_leaves_hangs_up_and_frees_its_name() throws Exception {
        SimulatedStation station = connected("post-22-twin", "CP-1");
        List<String> seen = new CopyOnWriteArrayList<>();
        fleet.watch((event, before, step) -> seen.add(step.state().spec().chargePointId()));

        assertThat(fleet.remove("CP-1").await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(fleet.remove("CP-1").await(5, TimeUnit.SECONDS)).isFalse();
        clock.await(() -> csms.connections() == 0, Duration.ofSeconds(5));

        assertThat(csms.connections()).isZero();
        assertThat(fleet.station("CP-1")).isEmpty();
        assertThatThrownBy(() -> station.connect().await(5, TimeUnit.SECONDS))
                .hasMessageContaining("has left the fleet");
        connected("dc-300", "CP-1");
        assertThat(csms.connections()).isEqualTo(1);
        assertThat(seen).isNotEmpty().containsOnly("CP-1");
    }

    @Test
    void the_csms_starts_and_stops_from_afar() throws Exception {
        SimulatedStation station = connected("dc-300", "CP-1");
        station.plugIn(1, Cars.named("tundra-95").at(20)).await(5, TimeUnit.SECONDS);

        var started = csms.ask("CP-1", new RequestStartTransactionRequest(ANNA, 7, Optional.of(Evse.of(1))));
        clock.pass(Duration.ofMinutes(1));
        String transactionId = csms.transactionEvents().get(0).transactionInfo().transactionId();
        csms.ask("CP-1", new RequestStopTransactionRequest(transactionId));
        clock.pass(Duration.ofSeconds(1));

        assertThat(started.status()).isEqualTo(RequestStartStopStatus.ACCEPTED);
        assertThat(csms.told()).endsWith("CP-1 1.1 ENDED REMOTE", "CP-1 1.1 FINISHING");
    }

    @Test
    void power_loss_in_mid_charge_loses_nothing_and_doubles_nothing() throws Exception {
        SimulatedStation station = connected("post-22-twin", "CP-1");
        station.plugIn(1, Cars.named("finch-52").at(30)).await(5, TimeUnit.SECONDS);
        station.present(1, ANNA).await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(90));

        station.loseConnection().await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofMinutes(3));
        station.losePower().await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofMinutes(10));
        assertThat(csms.connections()).isZero();
        station.restoreConnection().await(5, TimeUnit.SECONDS);
        station.restorePower().await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofMinutes(1));

        assertThat(csms.told().subList(8, csms.told().size()))
                .containsExactly(
                        "CP-1 1.1 UPDATED METER_VALUE_PERIODIC",
                        "CP-1 Boot UNKNOWN",
                        "CP-1 1.1 UPDATED METER_VALUE_PERIODIC",
                        "CP-1 1.1 UPDATED METER_VALUE_PERIODIC",
                        "CP-1 1.1 UPDATED METER_VALUE_PERIODIC",
                        "CP-1 1.1 ENDED POWER_LOSS",
                        "CP-1 0.0 AVAILABLE",
                        "CP-1 1.1 FINISHING",
                        "CP-1 2.1 AVAILABLE");
        assertThat(registers()).containsExactly("0", "368", "736", "1104", "1472", "1656");
        assertThat(station.state().unconfirmed()).isZero();
    }

    @Test
    void a_connection_cut_by_the_csms_comes_back_and_the_story_goes_on() throws Exception {
        SimulatedStation station = connected("post-22-twin", "CP-1");
        station.plugIn(1, Cars.named("finch-52").at(30)).await(5, TimeUnit.SECONDS);
        station.present(1, ANNA).await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(90));

        csms.hangUp("CP-1");
        clock.pass(Duration.ofSeconds(100));
        station.unplug(1).await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(1));

        assertThat(csms.told().subList(8, csms.told().size()))
                .containsExactly(
                        "CP-1 1.1 UPDATED METER_VALUE_PERIODIC",
                        "CP-1 1.1 UPDATED METER_VALUE_PERIODIC",
                        "CP-1 1.1 UPDATED METER_VALUE_PERIODIC",
                        "CP-1 1.1 ENDED EV_DISCONNECTED",
                        "CP-1 1.1 AVAILABLE");
    }

    @Test
    void in_real_time_energy_is_power_times_time_as_well() throws Exception {
        try (RealClock real = new RealClock(600)) {
            ExchangeLog exchanges = new ExchangeLog(real);
            TinyCsms hurried = new TinyCsms(vertx, real, exchanges);
            Fleet fast = Fleet.deploy(vertx, real, exchanges, Ids.seeded(1, "fleet"), hurried.url())
                    .await(10, TimeUnit.SECONDS);
            SimulatedStation station =
                    fast.add(StationSpec.of(StationModels.shipped().named("wallbox-11"), "CP-1", 1));
            station.connect();
            station.plugIn(1, Cars.named("finch-52").at(30));
            assertThat(real.await(() -> station.state().accepted(), Duration.ofHours(2)))
                    .isTrue();
            station.present(ANNA);
            assertThat(real.await(() -> hurried.transactionEvents().size() > 4, Duration.ofHours(2)))
                    .isTrue();
            station.unplug(1);
            assertThat(real.await(
                            () -> hurried.told().get(hurried.told().size() - 1).endsWith("AVAILABLE"),
                            Duration.ofHours(2)))
                    .isTrue();

            List<TransactionEventRequest> events = hurried.transactionEvents();
            TransactionEventRequest first = events.get(0);
            TransactionEventRequest last = events.get(events.size() - 1);
            double hours = Duration.between(first.timestamp(), last.timestamp()).toNanos() / 3_600e9;
            assertThat(register(last.meterValue()).doubleValue()).isCloseTo(hours * 11_040, within(2.0));
            fast.close().await(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_station_keeps_trying_until_its_csms_is_there() throws Exception {
        Fleet lost = Fleet.deploy(vertx, clock, log, Ids.seeded(1, "lost"), "ws://127.0.0.1:1/ocpp")
                .await(10, TimeUnit.SECONDS);
        SimulatedStation station =
                lost.add(StationSpec.of(StationModels.shipped().named("dc-24"), "CP-9", 9));
        station.connect().await(5, TimeUnit.SECONDS);

        clock.pass(Duration.ofMinutes(5));

        assertThat(station.state().connected()).isFalse();
        lost.close().await(5, TimeUnit.SECONDS);
    }

    @Test
    void a_fleet_of_hundreds_connects_in_the_same_order_in_every_run() throws Exception {
        StationModel model = StationModels.shipped().named("lamp-3.7");
        fleet.addAll(StationSpec.numbered(model, "CP-###", 1, 200));

        fleet.connectAll().await(10, TimeUnit.SECONDS);
        clock.pass(Duration.ofMinutes(1));

        assertThat(csms.connections()).isEqualTo(200);
        assertThat(csms.told())
                .hasSize(600)
                .filteredOn(line -> line.contains("Boot"))
                .isSorted();
    }

    @Test
    void drivers_come_and_go_and_two_runs_with_one_seed_are_alike() throws Exception {
        List<String> first = aMorningInTown("first");
        stop();
        vertx = Vertx.vertx();
        List<String> second = aMorningInTown("second");

        assertThat(first.stream().filter(line -> line.contains("StartTransaction")))
                .hasSizeGreaterThan(5);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_listener_hears_of_changes_and_of_nothing_else() throws Exception {
        SimulatedStation station = connected("dc-300", "CP-1");
        List<ConnectorStatus> heard = new CopyOnWriteArrayList<>();
        Runnable subscription =
                station.onChange(seen -> heard.add(seen.connector(1).status().status()));

        clock.pass(Duration.ofHours(1));
        station.plugIn(1, Cars.named("tundra-95").at(20)).await(5, TimeUnit.SECONDS);
        subscription.run();
        station.unplug(1).await(5, TimeUnit.SECONDS);

        assertThat(heard).containsExactly(ConnectorStatus.PREPARING);
    }

    @Test
    void a_reset_from_afar_reconnects() throws Exception {
        connected("dc-50", "CP-1");

        var answer = csms.ask("CP-1", new ResetRequest(ResetType.IMMEDIATE));
        clock.pass(Duration.ofSeconds(30));

        assertThat(answer.status()).isEqualTo(ResetStatus.ACCEPTED);
        assertThat(csms.told().stream().filter("CP-1 Boot UNKNOWN"::equals)).hasSize(2);
        assertThat(csms.connections()).isEqualTo(1);
    }

    @Test
    void two_stations_cannot_have_the_same_identity() {
        StationSpec spec = StationSpec.of(StationModels.shipped().named("dc-50"), "CP-1", 1);
        fleet.add(spec);

        assertThatThrownBy(() -> fleet.add(spec)).hasMessage("chargePointId: 'CP-1' is taken");
    }

    /** What crossed the wire, with its lab time. */
    private List<String> aMorningInTown(String which) throws Exception {
        SteppedClock morning = new SteppedClock(START, SteppedClock.MAX_SPEED);
        ExchangeLog exchanges = new ExchangeLog(morning);
        List<String> crossed = Collections.synchronizedList(new ArrayList<>());
        exchanges.subscribe(exchange -> crossed.add(line(exchange)));
        csms = new TinyCsms(vertx, morning, exchanges);
        fleet = Fleet.deploy(vertx, morning, exchanges, Ids.seeded(1, "fleet"), csms.url())
                .await(10, TimeUnit.SECONDS);
        var behaviour = new Behaviour(Behaviours.named("town"), morning, 1, List.of(ANNA, IdToken.of("BEN")));
        List<SimulatedStation> stations =
                fleet.addAll(StationSpec.numbered(StationModels.shipped().named("post-22-twin"), "CP-#", 1, 4));
        fleet.connectAll().await(10, TimeUnit.SECONDS);
        stations.forEach(behaviour::visit);
        morning.pass(Duration.ofHours(4));
        behaviour.stop();
        return List.copyOf(crossed);
    }

    private static String line(Exchange exchange) {
        return exchange.labTime() + " " + exchange.from() + " " + exchange.operation() + " "
                + exchange.request().body();
    }

    private SimulatedStation connected(String model, String id) throws Exception {
        SimulatedStation station =
                fleet.add(StationSpec.of(StationModels.shipped().named(model), id, 1));
        station.connect().await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(1));
        assertThat(station.state().accepted()).isTrue();
        return station;
    }

    private List<String> registers() {
        return csms.transactionEvents().stream()
                .map(TransactionEventRequest::meterValue)
                .map(FleetTest::register)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static BigDecimal register(List<MeterValue> values) {
        return MeterValue.registerWh(values, ReadingContext.SAMPLE_PERIODIC)
                .or(() -> MeterValue.registerWh(values, ReadingContext.TRANSACTION_BEGIN))
                .or(() -> MeterValue.registerWh(values, ReadingContext.TRANSACTION_END))
                .orElseThrow();
    }
}
