package dev.roamlab.station.behaviour;

import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.StationState;
import dev.roamlab.station.fleet.SimulatedStation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Drivers who come and go as a plan says, in lab time. Chance is drawn for each connector by itself: with the same seed the
 * same drivers come to the same connector, however many others there are. Callable from any thread.
 */
public final class Behaviour {
    private final BehaviourPlan plan;
    private final LabClock clock;
    private final List<IdToken> tokens;
    private final long seed;
    private final Map<SimulatedStation, Attended> attended = new ConcurrentHashMap<>();
    private final LongAdder begun = new LongAdder();
    private final LongAdder charged = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private volatile boolean over;
    private volatile Optional<Instant> closesAt = Optional.empty();

    /**
     * Drivers for a lab.
     *
     * @param tokens what they carry; at least one if anybody comes
     */
    public Behaviour(BehaviourPlan plan, LabClock clock, long seed, List<IdToken> tokens) {
        if (tokens.isEmpty() && plan.visits().isPresent()) {
            throw new IllegalArgumentException("tokens: none, drivers need at least one");
        }
        this.plan = plan;
        this.clock = clock;
        this.seed = seed;
        this.tokens = List.copyOf(tokens);
    }

    /** What they do. */
    public BehaviourPlan plan() {
        return plan;
    }

    /** Lets drivers come to every connector of a station. */
    public void visit(SimulatedStation station) {
        int connectors = station.spec().model().connectors().size();
        Attended mine = plan.visits().isPresent() ? new Attended(connectors) : Attended.NONE;
        attended.put(station, mine);
        plan.visits().ifPresent(visits -> {
            for (int connector = 1; connector <= connectors; connector++) {
                new Place(this, visits, station, connector, mine).open();
            }
        });
    }

    /** From now on the end is waited for: where the plan says how long it lasts, nobody comes after that. */
    public void closeWhenDue() {
        closesAt = plan.visits().flatMap(BehaviourPlan.Visits::lasts).map(clock.instant()::plus);
    }

    /** Nobody comes any more, and nobody leaves either. */
    public void stop() {
        over = true;
    }

    /** How far it is. */
    public Progress progress() {
        return new Progress(begun.sum(), charged.sum(), turnedAway.sum());
    }

    /** Whether every charger has finished; see {@link BehaviourPlan#ends()}. */
    public boolean isFinished() {
        return attended.keySet().stream().allMatch(this::hasFinished);
    }

    /** How many chargers have finished. */
    public int finished() {
        return (int) attended.keySet().stream().filter(this::hasFinished).count();
    }

    /** The chargers that have not finished, with what they wait for; in the order of their ids. */
    public List<Unfinished> unfinished() {
        List<Unfinished> list = new ArrayList<>();
        attended.keySet()
                .forEach(station ->
                        waitsFor(station).ifPresent(what -> list.add(new Unfinished(station.chargePointId(), what))));
        list.sort((one, other) -> one.chargePointId().compareTo(other.chargePointId()));
        return list;
    }

    /**
     * Visits so far.
     *
     * @param begun drivers who came
     * @param charged of them, those whose car was charged and who left
     * @param turnedAway of those whose card should be good, those who left without a charge
     */
    public record Progress(long begun, long charged, long turnedAway) {}

    /** A charger that has not finished. */
    public record Unfinished(String chargePointId, String waitsFor) {}

    private boolean hasFinished(SimulatedStation station) {
        return waitsFor(station).isEmpty();
    }

    private Optional<String> waitsFor(SimulatedStation station) {
        StationState state = station.current();
        Attended mine = attended.getOrDefault(station, Attended.NONE);
        if (station.isGone()) {
            return Optional.empty();
        } else if (!state.accepted()) {
            return Optional.of("the central system has not accepted it");
        } else if (state.transactionsUnderWay() > 0) {
            return Optional.of("a transaction is under way");
        } else if (mine.open() > 0) {
            return Optional.of("drivers are still to come or to leave");
        } else if (state.unconfirmed() > 0) {
            return Optional.of(state.unconfirmed() + " messages about transactions are not confirmed");
        }
        return state.hasSaidAll() ? Optional.empty() : Optional.of("it has something to say");
    }

    LabClock clock() {
        return clock;
    }

    long seed() {
        return seed;
    }

    List<IdToken> tokens() {
        return tokens;
    }

    boolean isOver() {
        return over;
    }

    /** Whether a driver who arrives now would find that the place has closed. */
    boolean isClosed() {
        return closesAt.filter(at -> !clock.instant().isBefore(at)).isPresent();
    }

    void arrived() {
        begun.increment();
    }

    void left(boolean withEnergy, boolean cardShouldBeGood) {
        if (withEnergy) {
            charged.increment();
        } else if (cardShouldBeGood) {
            turnedAway.increment();
        }
    }

    /** A station's connectors at which drivers are still to come or to leave. */
    static final class Attended {
        static final Attended NONE = new Attended(0);

        private volatile int open;

        Attended(int open) {
            this.open = open;
        }

        int open() {
            return open;
        }

        synchronized void closeOne() {
            open = open - 1;
        }
    }
}
