package dev.roamlab.station.behaviour;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What drivers do at the stations of a fleet, as a file says it.
 *
 * @param id key in the catalogue, such as {@code commuter-street}
 * @param title one sentence
 * @param visits who comes; absent when nobody does
 */
public record BehaviourPlan(String id, String title, Optional<Visits> visits) {

    /** When a charger that behaves like this has finished, in a sentence. */
    public String ends() {
        if (visits.isEmpty()) {
            return "A charger has finished when the central system has accepted it and knows all its statuses.";
        }
        String after = visits.get()
                .perConnector()
                .map(count -> count == 1 ? "one visit at each connector" : count + " visits at each connector")
                .or(() -> visits.get().lasts().map(time -> Span.of(time) + ", once the last car has left"))
                .orElse("never: nothing says how long it lasts");
        return "A charger has finished after " + after + ", when the central system has confirmed all transactions.";
    }

    /**
     * Who comes.
     *
     * @param perConnector how many visits a connector gets; absent for no bound
     * @param lasts nobody comes any more after this lab time, where the end is waited for
     * @param zone the time zone of times of day
     */
    @RecordBuilder
    public record Visits(
            Optional<Integer> perConnector,
            Optional<Duration> lasts,
            ZoneId zone,
            Arrival arrival,
            Stay stay,
            CarNeed car,
            Card card) {}

    /**
     * When the next driver comes to a connector that stands free.
     *
     * @param first until the first one comes
     * @param pause until each further one comes
     * @param between instead of both: at that time of the day
     */
    public record Arrival(Span first, Span pause, Optional<TimeOfDay> between) {}

    /**
     * How long a driver stays.
     *
     * @param dwell leaves after this time
     * @param until leaves at that time of the day instead
     * @param leavesWhenFull comes back as soon as the car takes no more
     * @param pulledOut of a hundred drivers, so many pull the cable instead of presenting the card again
     */
    public record Stay(Span dwell, Optional<TimeOfDay> until, boolean leavesWhenFull, int pulledOut) {}

    /**
     * What the car needs.
     *
     * @param socFrom lowest state of charge on arrival, per cent
     * @param socTo highest state of charge on arrival, per cent
     * @param target the car stops at this state of charge, per cent
     * @param models ids in the catalogue of cars; empty for all that fit the connector
     */
    public record CarNeed(int socFrom, int socTo, int target, List<String> models) {
        public CarNeed {
            models = List.copyOf(models);
        }
    }

    /**
     * What drivers do with their cards.
     *
     * @param first of a hundred drivers, so many present the card before they plug in
     * @param gap between card and cable
     * @param unknown of a hundred cards, so many are unknown to everybody
     */
    public record Card(int first, Span gap, int unknown) {}
}
