package dev.roamlab.station.drama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.intercept.Interceptor;
import dev.roamlab.ocpp.messages.ErrorCode;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.StationState;
import dev.roamlab.station.drama.DramaNews.Phase;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.FleetSettings;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.fleet.TinyCsms;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What befalls a fleet of ten, over real sockets, in stepped time. */
class DramasTest {
    private static final int CHARGERS = 10;

    private final SteppedClock clock = new SteppedClock(Instant.parse("2027-03-01T08:00:00Z"), SteppedClock.MAX_SPEED);
    private final ExchangeLog log = new ExchangeLog(clock);
    private final ExchangeLog csmsLog = new ExchangeLog(clock);
    private final Vertx vertx = Vertx.vertx();
    private final List<DramaNews> news = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private TinyCsms csms;
    private Fleet fleet;
    private Interceptor interceptor;
    private Dramas dramas;

    @BeforeEach
    void start() throws Exception {
        csms = new TinyCsms(vertx, clock, csmsLog);
        interceptor = new Interceptor(vertx, clock, 1);
        Dramas.Wires wires = Dramas.Wires.of(interceptor);
        FleetSettings usual = FleetSettings.of(vertx, clock, log, Ids.seeded(1, "fleet"), csms.url());
        FleetSettings settings = new FleetSettings(
                usual.link().withTap(wires.tap()), usual.csmsUrl(), usual.seed(), usual.connectsInFlight());
        fleet = Fleet.deploy(settings, 1).await(10, TimeUnit.SECONDS);
        dramas = new Dramas(fleet, clock, wires, List.of(IdToken.of("ANNA")), 5);
        dramas.listen(news::add);
        fleet.addAll(StationSpec.numbered(StationModels.shipped().named("post-22-twin"), "CP-##", 1, CHARGERS));
        fleet.connectAll().await(5, TimeUnit.SECONDS);
        clock.await(() -> accepted() == CHARGERS, Duration.ofMinutes(1));
        clock.pass(Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() throws Exception {
        fleet.close().await(10, TimeUnit.SECONDS);
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @Test
    void after_a_blackout_all_boot_and_reconnect_and_the_time_is_told() {
        dramas.begin(DramaKind.BLACKOUT, Map.of("lasts", "30s"));

        clock.await(() -> accepted() == 0, Duration.ofSeconds(5));
        assertThat(accepted()).isZero();
        clock.await(this::isOver, Duration.ofHours(1));

        assertThat(accepted()).isEqualTo(CHARGERS);
        assertThat(fleet.figures().reconnects()).isEqualTo(CHARGERS);
        assertThat(news).extracting(DramaNews::phase).containsExactly(Phase.STRIKES, Phase.RECOVERING, Phase.OVER);
        DramaNews last = news.get(2);
        assertThat(last.recovered()).isEqualTo(CHARGERS);
        assertThat(last.lasted()).isBetween(Duration.ofSeconds(40), Duration.ofMinutes(2));
        assertThat(dramas.running()).isEmpty();
    }

    @Test
    void half_an_outage_leaves_the_other_half_alone() {
        dramas.begin(DramaKind.OUTAGE, Map.of("share", "50"));

        clock.await(() -> accepted() == CHARGERS / 2, Duration.ofSeconds(5));

        assertThat(accepted()).isEqualTo(CHARGERS / 2);
        clock.await(this::isOver, Duration.ofHours(1));
        assertThat(accepted()).isEqualTo(CHARGERS);
    }

    @Test
    void faults_strike_a_share_of_the_connectors_and_can_be_ended_before_their_time() {
        DramaNews begun = dramas.begin(DramaKind.FAULTS, Map.of("share", "20", "lasts", "1h"));

        clock.pass(Duration.ofSeconds(2));
        assertThat(faulted()).isEqualTo(4);
        assertThat(dramas.end(begun.number())).isTrue();
        clock.await(this::isOver, Duration.ofMinutes(1));

        assertThat(faulted()).isZero();
        assertThat(dramas.end(99)).isFalse();
    }

    @Test
    void a_rush_hour_charges_at_every_connector_and_ends_when_all_have_left() {
        dramas.begin(DramaKind.RUSH_HOUR, Map.of());

        clock.await(this::isOver, Duration.ofHours(3));

        assertThat(isOver()).isTrue();
        assertThat(fleet.figures().transactionsEnded()).isEqualTo(2 * CHARGERS);
    }

    @Test
    void a_firmware_wave_restarts_one_after_the_other() {
        dramas.begin(DramaKind.FIRMWARE_WAVE, Map.of("lasts", "5m"));

        clock.pass(Duration.ofSeconds(40));
        assertThat(accepted()).isBetween(CHARGERS - 2, CHARGERS - 1);
        clock.await(this::isOver, Duration.ofHours(1));

        assertThat(fleet.figures().reconnects()).isEqualTo(CHARGERS);
    }

    @Test
    void a_wrong_clock_shifts_what_is_said_and_nothing_else() {
        csmsLog.subscribe(exchange -> bodies.add(exchange.request().body()));
        dramas.begin(DramaKind.CLOCK_SKEW, Map.of("by", "-1h", "lasts", "5m"));

        SimulatedStation first = fleet.stations().get(0);
        first.fault(1, ErrorCode.GROUND_FAILURE);
        clock.pass(Duration.ofMinutes(1));

        assertThat(bodies).anyMatch(body -> body.contains("2027-03-01T07:00"));
        clock.await(this::isOver, Duration.ofHours(1));
        bodies.clear();
        first.clearFault(1);
        clock.pass(Duration.ofMinutes(1));
        assertThat(bodies).anyMatch(body -> body.contains("2027-03-01T08:"));
        assertThat(bodies).noneMatch(body -> body.contains("2027-03-01T07:"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SLOW_NETWORK", "DUPLICATES", "LOSSES"})
    void a_poor_network_is_a_rule_of_the_interceptor_for_as_long_as_it_lasts(DramaKind kind) {
        dramas.begin(kind, Map.of("lasts", "30s", "percent", "0.01"));

        assertThat(interceptor.rules()).hasSize(1);
        clock.await(this::isOver, Duration.ofMinutes(5));

        assertThat(interceptor.rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BLACKOUT     | share=0     | share: '0', must be a number above 0 and at most 100",
                "BLACKOUT     | colour=red  | no setting 'colour', there are share, lasts",
                "SLOW_NETWORK | delay=9..3  | delay: '9..3', must be a range that does not end before it begins",
                "FAULTS       | code=BROKEN | code: 'BROKEN', must be one of",
                "OUTAGE       | lasts=soon  | lasts: 'soon', must be a time"
            })
    void a_wrong_setting_is_told_with_value_and_rule(DramaKind kind, String setting, String message) {
        String[] pair = setting.split("=");

        assertThatThrownBy(() -> dramas.begin(kind, Map.of(pair[0], pair[1]))).hasMessageContaining(message);
        assertThat(dramas.running()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_can_do_with_its_usual_settings(DramaKind kind) {
        Dramas.check(kind, Map.of());

        assertThat(DramaKind.of(kind.id())).isEqualTo(kind);
    }

    private boolean isOver() {
        return !news.isEmpty() && news.get(news.size() - 1).phase() == Phase.OVER;
    }

    private int accepted() {
        return fleet.figures().accepted();
    }

    private long faulted() {
        return fleet.stations().stream()
                .map(SimulatedStation::current)
                .map(StationState::connectors)
                .flatMap(List::stream)
                .filter(connector -> connector.fault().isPresent())
                .count();
    }
}
