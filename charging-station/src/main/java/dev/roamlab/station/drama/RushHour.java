package dev.roamlab.station.drama;

import dev.roamlab.station.behaviour.Behaviour;
import dev.roamlab.station.behaviour.BehaviourPlan;
import dev.roamlab.station.behaviour.BehaviourPlan.Arrival;
import dev.roamlab.station.behaviour.BehaviourPlan.Visits;
import dev.roamlab.station.behaviour.BehaviourPlanVisitsBuilder;
import dev.roamlab.station.behaviour.Behaviours;
import dev.roamlab.station.behaviour.Span;
import dev.roamlab.station.fleet.SimulatedStation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Drivers come to all connectors of a share of the chargers, within a short time. */
final class RushHour implements Drama {
    private final Behaviour crowd;
    private final List<SimulatedStation> places;

    RushHour(Stage stage, List<SimulatedStation> places, Duration lasts, int number) {
        this.places = places;
        this.crowd = new Behaviour(within(lasts), stage.clock(), stage.seed() + number, stage.tokens());
    }

    private static BehaviourPlan within(Duration lasts) {
        BehaviourPlan plan = Behaviours.named("rush-hour");
        Visits visits = plan.visits().orElseThrow();
        Span first = new Span(Span.Kind.RANGE, Duration.ZERO, lasts);
        return new BehaviourPlan(
                plan.id(),
                plan.title(),
                Optional.of(BehaviourPlanVisitsBuilder.builder(visits)
                        .arrival(new Arrival(first, first, Optional.empty()))
                        .build()));
    }

    @Override
    public void strike() {
        places.forEach(crowd::visit);
    }

    @Override
    public void calm() {
        // Everybody has come by now; they leave when they have charged.
    }

    @Override
    public int affected() {
        return places.size();
    }

    @Override
    public int recovered() {
        return crowd.finished();
    }
}
