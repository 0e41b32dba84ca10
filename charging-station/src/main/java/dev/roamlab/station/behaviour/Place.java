package dev.roamlab.station.behaviour;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.ConnectorState;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.behaviour.BehaviourPlan.Visits;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.physics.Car;
import dev.roamlab.station.physics.CarModel;
import dev.roamlab.station.physics.Cars;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** One connector and whoever stands there. Lives on the station's event loop. */
final class Place {
    private static final Duration BETWEEN_STOP_AND_UNPLUG = Duration.ofSeconds(20);
    private static final Duration LOOKS_EVERY = Duration.ofMinutes(5);
    /** How long a driver waits for the charge to begin before giving up. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration PATIENCE_WHILE_ASKED = Duration.ofMinutes(15);
    private static final Duration GLANCE = Duration.ofSeconds(15);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);
    private static final double AS_GOOD_AS_FULL = 0.1;
    private static final int UNKNOWN_CARDS = 10_000;

    private final Behaviour behaviour;
    private final Visits visits;
    private final SimulatedStation station;
    private final int number;
    private final Behaviour.Attended attended;
    private final SplittableRandom random;
    private int came;

    Place(Behaviour behaviour, Visits visits, SimulatedStation station, int number, Behaviour.Attended attended) {
        this.behaviour = behaviour;
        this.visits = visits;
        this.station = station;
        this.number = number;
        this.attended = attended;
        String who = behaviour.seed() + "/" + station.chargePointId() + "/" + number;
        this.random = new SplittableRandom(
                UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
    }

    void open() {
        next(visits.arrival().first());
    }

    private void next(Span pause) {
        boolean enough = visits.perConnector().filter(most -> came >= most).isPresent();
        Instant now = behaviour.clock().instant();
        Duration delay = visits.arrival()
                .between()
                .map(stretch -> stretch.next(now, visits.zone(), random))
                .orElseGet(() -> pause.any(random));
        if (enough || behaviour.isClosed()) {
            attended.closeOne();
        } else {
            after(delay, this::arrive);
        }
    }

    private void arrive() {
        if (behaviour.isClosed()) {
            attended.closeOne();
        } else if (!station.current().accepted() || !inviting()) {
            // A station that is away has not lost its drivers: the first one comes back soon.
            if (came == 0) {
                after(TRY_AGAIN, this::arrive);
            } else {
                next(visits.arrival().pause());
            }
        } else {
            new Visit().begin();
        }
    }

    private boolean inviting() {
        return switch (seen().status().status()) {
            case AVAILABLE -> true;
            case OCCUPIED,
                    PREPARING,
                    CHARGING,
                    SUSPENDED_EV,
                    SUSPENDED_EVSE,
                    FINISHING,
                    RESERVED,
                    UNAVAILABLE,
                    FAULTED -> false;
        };
    }

    private StationSnapshot.Connector seen() {
        return station.state().connector(number);
    }

    private void after(Duration delay, Runnable what) {
        station.after(delay, () -> {
            if (!behaviour.isOver()) {
                what.run();
            }
        });
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One driver, from arrival to departure. */
    private final class Visit {
        private final Car car = car();
        private final boolean stranger = chance(visits.card().unknown());
        private final IdToken token = stranger
                ? IdToken.of("UNKNOWN-" + random.nextInt(UNKNOWN_CARDS))
                : behaviour.tokens().get(random.nextInt(behaviour.tokens().size()));
        private Duration waited = Duration.ZERO;
        private boolean charged;

        void begin() {
            came++;
            behaviour.arrived();
            Duration gap = visits.card().gap().any(random);
            if (chance(visits.card().first())) {
                station.present(number, token);
                after(gap, () -> station.plugIn(number, car));
            } else {
                station.plugIn(number, car);
                after(gap, () -> station.present(number, token));
            }
            Instant now = behaviour.clock().instant();
            Duration stay = visits.stay()
                    .until()
                    .map(stretch -> stretch.next(now, visits.zone(), random))
                    .orElseGet(() -> visits.stay().dwell().any(random));
            after(gap.multipliedBy(2).plusSeconds(1), () -> look(stay));
        }

        /** Looks after the car now and then; leaves when it is full or time is up. */
        private void look(Duration left) {
            StationSnapshot.Connector seen = seen();
            boolean charging = seen.transactionId().isPresent();
            charged |= charging;
            if (!charging && !charged && waited.compareTo(patience()) < 0) {
                waited = waited.plus(GLANCE);
                after(GLANCE, () -> look(left.minus(GLANCE)));
            } else if (!charging
                    || left.isNegative()
                    || left.isZero()
                    || (visits.stay().leavesWhenFull() && full(seen))) {
                leave(charging);
            } else {
                Duration next = left.compareTo(LOOKS_EVERY) < 0 ? left : LOOKS_EVERY;
                after(next, () -> look(left.minus(next)));
            }
        }

        /** Whose card is still being judged waits longer: at a high speed, an answer takes minutes of lab time. */
        private Duration patience() {
            boolean asked = station.current()
                    .connector(number)
                    .flatMap(ConnectorState::pending)
                    .isPresent();
            return asked ? PATIENCE_WHILE_ASKED : PATIENCE;
        }

        private boolean full(StationSnapshot.Connector seen) {
            return seen.stateOfCharge()
                    .filter(soc -> soc >= car.targetSoc() - AS_GOOD_AS_FULL)
                    .isPresent();
        }

        private void leave(boolean charging) {
            boolean pulls = chance(visits.stay().pulledOut());
            if (charging && !pulls) {
                station.present(number, token);
            }
            after(BETWEEN_STOP_AND_UNPLUG, () -> {
                station.unplug(number);
                behaviour.left(charged, !stranger);
                next(visits.arrival().pause());
            });
        }

        private Car car() {
            ConnectorModel connector = station.spec().model().connectors().get(number - 1);
            List<CarModel> fitting = Cars.all().stream()
                    .filter(car -> visits.car().models().isEmpty()
                            || visits.car().models().contains(car.id()))
                    .filter(car -> connector.powerType().direct() ? car.dcMaxKw() > 0 : car.acPhases() > 0)
                    .toList();
            // A plan that names only cars that do not fit here gets any that does.
            List<CarModel> candidates = fitting.isEmpty() ? Cars.all() : fitting;
            int soc = visits.car().socFrom()
                    + random.nextInt(visits.car().socTo() - visits.car().socFrom() + 1);
            CarModel model = candidates.get(random.nextInt(candidates.size()));
            return model.at(soc).until(Math.max(soc, visits.car().target()));
        }
    }
}
