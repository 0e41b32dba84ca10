package dev.roamlab.cli.chargers;

import dev.roamlab.cli.control.ApiOptions;
import dev.roamlab.control.ControlledLab;
import dev.roamlab.control.ControlledLabBuilder;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpp.intercept.InterceptRule;
import dev.roamlab.ocpp.intercept.Interceptor;
import dev.roamlab.ocpp.link.FrameTap;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.station.ConnectorState;
import dev.roamlab.station.Transaction;
import dev.roamlab.station.behaviour.Behaviour;
import dev.roamlab.station.behaviour.BehaviourPlan;
import dev.roamlab.station.drama.DramaNews;
import dev.roamlab.station.drama.Dramas;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.FleetSettings;
import dev.roamlab.station.fleet.Ramp;
import dev.roamlab.station.fleet.SimulatedStation;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Chargers in this process. */
final class LocalCrew implements Crew {
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 15;
    private static final int STATIONS_PER_LOOP = 500;
    private static final Duration GLANCE = Duration.ofMillis(100);
    /** Lab time that may pass between two looks when nobody waits for it. */
    private static final Duration STRIDE = Duration.ofMinutes(5);

    private final Vertx vertx;
    private final LabClock clock;
    private final Fleet fleet;
    private final Behaviour behaviour;
    private final Dramas dramas;
    private final ControlledLab controlled;
    private final ConnectProblems problems;
    private final Ramp ramp;
    private final Optional<Instant> ends;
    private final boolean waitsForEnd;

    /**
     * What chargers in this process are told.
     *
     * @param tap sees what crosses the wire
     * @param perSecond how fast they begin to connect
     * @param rules of the interceptor
     * @param dramas what befalls them, as {@link DramaOrder} reads it
     * @param most lab time after which they end
     * @param waitsForEnd nobody comes any more once the behaviour is over
     * @param says what the user is to be told at once
     */
    @RecordBuilder
    record Orders(
            FleetPlan plan,
            BehaviourPlan behaviour,
            LabClock clock,
            FrameTap tap,
            List<String> localAddresses,
            double perSecond,
            List<InterceptRule> rules,
            List<String> dramas,
            Optional<Duration> most,
            boolean waitsForEnd,
            Consumer<String> says) {}

    private LocalCrew(Vertx vertx, Orders orders) throws TimeoutException {
        this.vertx = vertx;
        this.clock = orders.clock();
        FleetPlan plan = orders.plan();
        Interceptor interceptor = new Interceptor(vertx, clock, plan.seed());
        orders.rules().forEach(interceptor::put);
        Dramas.Wires wires = Dramas.Wires.of(interceptor);
        this.fleet = Fleet.deploy(settings(orders, wires), loops(orders)).await(START_SECONDS, TimeUnit.SECONDS);
        this.dramas = new Dramas(fleet, clock, wires, plan.tokens(), plan.seed());
        dramas.listen(news -> tell(orders.says(), news));
        this.controlled = ControlledLabBuilder.builder(ControlledLab.of(fleet, clock))
                .usual(Optional.of(plan.usual()))
                .tokens(plan.tokens())
                .seed(plan.seed())
                .interceptor(Optional.of(wires.interceptor()))
                .dramas(Optional.of(dramas))
                .build();
        this.problems = new ConnectProblems(orders.says());
        fleet.listen(problems);
        this.behaviour = new Behaviour(orders.behaviour(), clock, plan.seed(), plan.tokens());
        plan.members().forEach(member -> behaviour.visit(fleet.add(member.spec(), member.destination(), "")));
        this.waitsForEnd = orders.waitsForEnd();
        if (waitsForEnd) {
            behaviour.closeWhenDue();
        }
        this.ends = orders.most().map(clock.instant()::plus);
        orders.dramas().forEach(this::order);
        this.ramp = Ramp.begin(clock, fleet.stations(), orders.perSecond());
    }

    /** Starts them; they connect from now on. */
    static LocalCrew start(Orders orders) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops(orders)));
        try {
            return new LocalCrew(vertx, orders);
        } catch (TimeoutException late) {
            vertx.close();
            throw new IllegalStateException("the fleet did not start within " + START_SECONDS + " s", late);
        } catch (RuntimeException failed) {
            vertx.close();
            throw failed;
        }
    }

    private static int loops(Orders orders) {
        int wanted = 1 + orders.plan().members().size() / STATIONS_PER_LOOP;
        boolean real = orders.clock() instanceof RealClock;
        return real ? Math.min(wanted, Runtime.getRuntime().availableProcessors()) : 1;
    }

    private FleetSettings settings(Orders orders, Dramas.Wires wires) {
        FleetPlan plan = orders.plan();
        FleetSettings usual = FleetSettings.of(
                vertx,
                clock,
                new ExchangeLog(clock),
                Ids.seeded(plan.seed(), "chargers"),
                plan.usual().csmsUrl());
        LinkSettings link = usual.link()
                .withTap(orders.tap() == FrameTap.NONE ? wires.tap() : FrameTap.chain(wires.tap(), orders.tap()))
                .withLocalAddresses(orders.localAddresses());
        return new FleetSettings(link, usual.csmsUrl(), usual.seed(), usual.connectsInFlight());
    }

    private static void tell(Consumer<String> says, DramaNews news) {
        says.accept(news.sentence());
    }

    /** The dramas that can be played on them. */
    Dramas dramas() {
        return dramas;
    }

    Fleet fleet() {
        return fleet;
    }

    /** Lets others control them over HTTP, if that is wanted. */
    void open(ApiOptions api, Consumer<String> says) {
        api.start(vertx, controlled, says);
    }

    @Override
    public Standing standing() {
        // Who has finished is only worth a look at all chargers where somebody waits for it.
        boolean look = waitsForEnd && ramp.told() >= fleet.size();
        return new Standing(
                fleet.figures(),
                ramp.told(),
                look ? behaviour.finished() : 0,
                behaviour.progress(),
                problems.counts(),
                List.of(),
                dramas.running().stream().map(DramaNews::sentence).toList());
    }

    /** The first few that have not finished, and what they wait for. */
    private List<String> unfinished() {
        return behaviour.unfinished().stream()
                .limit(Standing.SHOWN)
                .map(charger -> charger.chargePointId() + ": " + charger.waitsFor())
                .toList();
    }

    @Override
    public void order(String order) {
        DramaOrder.of(order).carryOut(dramas, clock);
    }

    @Override
    public List<SimulatedStation> stations() {
        return fleet.stations();
    }

    @Override
    public void passTime() {
        if (clock instanceof RealClock) {
            LockSupport.parkNanos(GLANCE.toNanos());
        } else {
            clock.await(() -> waitsForEnd && ramp.told() >= fleet.size() && behaviour.isFinished(), stride());
        }
    }

    private Duration stride() {
        Duration left = ends.map(at -> Duration.between(clock.instant(), at)).orElse(STRIDE);
        return left.compareTo(STRIDE) < 0 ? left : STRIDE;
    }

    @Override
    public boolean isTimeUp() {
        return ends.filter(at -> !clock.instant().isBefore(at)).isPresent();
    }

    @Override
    public Standing close(boolean stopTransactions) {
        Standing before = waitsForEnd ? standing().with(unfinished()) : standing();
        ramp.stop();
        behaviour.stop();
        dramas.endAll();
        if (stopTransactions) {
            stopTransactions();
        }
        Standing last = before.with(fleet.figures());
        hangUp();
        return last;
    }

    private void hangUp() {
        try {
            fleet.close().await(STOP_SECONDS, TimeUnit.SECONDS);
            vertx.close().await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            // The sockets go with the process.
        }
        if (clock instanceof RealClock real) {
            real.close();
        }
    }

    /** As their drivers would: with the card that began them. */
    private void stopTransactions() {
        fleet.stations().stream()
                .filter(station -> station.current().transactionsUnderWay() > 0)
                .forEach(LocalCrew::stopTransactions);
        Instant patience = Instant.now().plusSeconds(STOP_SECONDS);
        while (!isQuiet() && Instant.now().isBefore(patience)) {
            if (clock instanceof RealClock) {
                LockSupport.parkNanos(GLANCE.toNanos());
            } else {
                clock.pass(GLANCE);
            }
        }
    }

    private boolean isQuiet() {
        var figures = fleet.figures();
        return figures.accepted() == 0 || (figures.charging() == 0 && figures.unconfirmed() == 0);
    }

    private static void stopTransactions(SimulatedStation station) {
        for (ConnectorState connector : station.current().connectors()) {
            connector
                    .transaction()
                    .map(Transaction::idToken)
                    .ifPresent(token -> station.present(connector.number(), token));
        }
    }
}
