package dev.roamlab.station.fleet;

import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.StationSnapshot;
import dev.roamlab.station.models.ConnectorModel;
import dev.roamlab.station.physics.Car;
import dev.roamlab.station.physics.CarModel;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.util.List;

/**
 * Drivers who come and go at a believable pace, in lab time: they arrive with a car that fits, a token and some charge
 * left, card first or cable first, stay until the car is full or they have to leave, and take the cable with them.
 */
public final class Behaviour {
    private static final Duration BETWEEN_CARD_AND_CABLE = Duration.ofSeconds(12);
    private static final Duration BETWEEN_STOP_AND_UNPLUG = Duration.ofSeconds(20);
    private static final Duration LOOKS_EVERY = Duration.ofMinutes(5);

    private final LabClock clock;
    private final Ids ids;
    private final List<IdToken> tokens;
    private final Pace pace;
    private volatile boolean over;

    /**
     * @param ids seeded for a lab that has to be repeatable
     * @param tokens what the drivers carry; at least one
     */
    public Behaviour(LabClock clock, Ids ids, List<IdToken> tokens, Pace pace) {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("tokens: none, drivers need at least one");
        }
        this.clock = clock;
        this.ids = ids;
        this.tokens = List.copyOf(tokens);
        this.pace = pace;
    }

    /** Lets drivers come to every connector of a station; each has an arrival time of its own. */
    public void visit(SimulatedStation station) {
        for (int connector = 1; connector <= station.spec().model().connectors().size(); connector++) {
            new Place(station, connector).waitForDriver();
        }
    }

    /** Nobody comes any more, and nobody leaves either. */
    public void stop() {
        over = true;
    }

    /** Spread like arrivals that know nothing of each other. */
    private Duration around(Duration mean) {
        double factor = Math.min(4, -Math.log(1 - ids.fraction()));
        return Duration.ofSeconds(Math.max(1, (long) (mean.toSeconds() * factor)));
    }

    /** One connector and whoever stands there. */
    private final class Place {
        private final SimulatedStation station;
        private final int number;

        Place(SimulatedStation station, int number) {
            this.station = station;
            this.number = number;
        }

        void waitForDriver() {
            after(around(pace.betweenVisits()), this::arrive);
        }

        private void arrive() {
            if (!station.state().accepted() || !inviting()) {
                waitForDriver();
                return;
            }
            Car car = car();
            IdToken token = tokens.get(ids.number(tokens.size()));
            Duration stay = around(pace.dwell());
            if (ids.number(3) == 0) {
                station.present(number, token);
                after(BETWEEN_CARD_AND_CABLE, () -> station.plugIn(number, car));
            } else {
                station.plugIn(number, car);
                after(BETWEEN_CARD_AND_CABLE, () -> station.present(number, token));
            }
            after(BETWEEN_CARD_AND_CABLE.multipliedBy(2), () -> stay(token, stay));
        }

        /** Looks after the car now and then; leaves when it is full or time is up. */
        private void stay(IdToken token, Duration left) {
            StationSnapshot.Connector seen = seen();
            boolean full = seen.stateOfCharge().filter(soc -> soc >= 99.9).isPresent();
            if (full
                    || left.isNegative()
                    || left.isZero()
                    || seen.transactionId().isEmpty()) {
                leave(token, seen.transactionId().isPresent());
                return;
            }
            Duration next = left.compareTo(LOOKS_EVERY) < 0 ? left : LOOKS_EVERY;
            after(next, () -> stay(token, left.minus(next)));
        }

        private void leave(IdToken token, boolean charging) {
            if (charging) {
                station.present(number, token);
            }
            after(BETWEEN_STOP_AND_UNPLUG, () -> {
                station.unplug(number);
                waitForDriver();
            });
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

        private Car car() {
            ConnectorModel connector = station.spec().model().connectors().get(number - 1);
            List<CarModel> fitting = Cars.all().stream()
                    .filter(car -> connector.powerType().direct() ? car.dcMaxKw() > 0 : car.acPhases() > 0)
                    .toList();
            return fitting.get(ids.number(fitting.size())).at(8 + ids.number(60));
        }

        private StationSnapshot.Connector seen() {
            return station.state().connector(number);
        }

        private void after(Duration delay, Runnable what) {
            clock.schedule(delay, () -> {
                if (!over) {
                    what.run();
                }
            });
        }
    }
}
