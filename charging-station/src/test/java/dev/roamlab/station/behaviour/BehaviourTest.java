package dev.roamlab.station.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.TinyCsms;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drivers at stations over real sockets, in stepped time. */
class BehaviourTest {
    private static final List<IdToken> CARDS = List.of(IdToken.of("ANNA"), IdToken.of("BEN"));

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
    void every_charger_finishes_its_one_visit_and_is_confirmed() throws Exception {
        Behaviour behaviour = at(3, "single-session");

        assertThat(behaviour.isFinished()).isFalse();
        assertThat(behaviour.unfinished())
                .hasSize(3)
                .allSatisfy(
                        charger -> assertThat(charger.waitsFor()).isEqualTo("the central system has not accepted it"));
        fleet.connectAll().await(5, TimeUnit.SECONDS);
        clock.await(behaviour::isFinished, Duration.ofHours(1));

        assertThat(behaviour.finished()).isEqualTo(3);
        assertThat(behaviour.progress()).isEqualTo(new Behaviour.Progress(6, 6, 0));
        assertThat(csms.told().stream().filter(line -> line.contains(" ENDED ")))
                .hasSize(6);
        assertThat(fleet.figures().transactionsEnded()).isEqualTo(6);
        assertThat(fleet.figures().charging()).isZero();
        assertThat(fleet.figures().watts()).isZero();
    }

    @Test
    void an_idle_charger_has_finished_when_all_its_statuses_are_known() throws Exception {
        Behaviour behaviour = at(2, "idle");

        fleet.connectAll().await(5, TimeUnit.SECONDS);
        clock.await(behaviour::isFinished, Duration.ofMinutes(1));

        assertThat(behaviour.isFinished()).isTrue();
        assertThat(csms.told().stream().filter(line -> line.contains("AVAILABLE")))
                .hasSize(6);
    }

    @Test
    void after_its_time_nobody_comes_any_more_and_those_who_are_there_leave() throws Exception {
        Behaviour behaviour = at(2, "motorway");
        behaviour.closeWhenDue();

        fleet.connectAll().await(5, TimeUnit.SECONDS);
        clock.await(behaviour::isFinished, Duration.ofDays(2));

        assertThat(behaviour.isFinished()).isTrue();
        assertThat(clock.instant()).isBetween("2027-03-01T13:00:00Z", "2027-03-01T18:00:00Z");
        assertThat(behaviour.progress().charged()).isGreaterThan(10);
    }

    @Test
    void the_same_seed_brings_the_same_drivers_whoever_else_is_there() throws Exception {
        List<String> alone = cardsAtTheFirst(1);
        List<String> inCompany = cardsAtTheFirst(4);

        assertThat(alone).hasSizeGreaterThan(3);
        assertThat(inCompany).containsExactlyElementsOf(alone);
    }

    /** Who came to the first charger in three hours, and when. */
    private List<String> cardsAtTheFirst(int chargers) throws Exception {
        SteppedClock morning = new SteppedClock(Instant.parse("2027-03-01T08:00:00Z"), SteppedClock.MAX_SPEED);
        ExchangeLog exchanges = new ExchangeLog(morning);
        List<String> crossed = Collections.synchronizedList(new ArrayList<>());
        exchanges.subscribe(exchange -> note(crossed, exchange));
        TinyCsms own = new TinyCsms(vertx, morning, exchanges);
        Fleet some = Fleet.deploy(vertx, morning, exchanges, Ids.seeded(1, "fleet"), own.url())
                .await(10, TimeUnit.SECONDS);
        Behaviour behaviour = new Behaviour(Behaviours.named("random"), morning, 42, CARDS);
        some.addAll(StationSpec.numbered(StationModels.shipped().named("post-22-twin"), "CP-#", 1, chargers))
                .forEach(behaviour::visit);
        some.connectAll().await(5, TimeUnit.SECONDS);
        morning.pass(Duration.ofHours(3));
        behaviour.stop();
        some.close().await(10, TimeUnit.SECONDS);
        return List.copyOf(crossed);
    }

    private static void note(List<String> crossed, Exchange exchange) {
        if (exchange.from().endsWith("CP-1") && exchange.operation().equals("Authorize")) {
            crossed.add(exchange.labTime().getEpochSecond() / 10 + " "
                    + exchange.request().body().replaceAll(".*idTag", ""));
        }
    }

    private Behaviour at(int chargers, String name) {
        var model = StationModels.shipped().named("post-22-twin");
        Behaviour behaviour = new Behaviour(Behaviours.named(name), clock, 42, CARDS);
        fleet.addAll(StationSpec.numbered(model, "CP-#", 1, chargers)).forEach(behaviour::visit);
        return behaviour;
    }
}
