package dev.roamlab.control.fleets;

import dev.roamlab.control.events.Event;
import dev.roamlab.control.events.EventBuilder;
import dev.roamlab.control.events.EventType;
import dev.roamlab.control.fleets.FleetView.BehaviourView;
import dev.roamlab.control.fleets.FleetView.NewBehaviour;
import dev.roamlab.control.http.Operation.Nothing;
import dev.roamlab.control.http.Refused;
import dev.roamlab.control.http.Reply;
import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.behaviour.Behaviour;
import dev.roamlab.station.behaviour.BehaviourPlan;
import dev.roamlab.station.behaviour.Behaviours;
import dev.roamlab.station.fleet.SimulatedStation;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Drivers who come to fleets. Used on one event loop. */
public final class Drivers {
    private final LabClock clock;
    private final long seed;
    private final List<IdToken> usualTokens;
    private final Consumer<EventBuilder> tell;
    private final Map<String, Behaviour> byFleet = new HashMap<>();

    /**
     * @param seed of those who are not given one
     * @param usualTokens carried by drivers who are given none
     */
    public Drivers(LabClock clock, long seed, List<IdToken> usualTokens, Consumer<EventBuilder> tell) {
        this.clock = clock;
        this.seed = seed;
        this.usualTokens = List.copyOf(usualTokens);
        this.tell = tell;
    }

    /** Refuses what {@link #come} would refuse. */
    void check(Optional<String> behaviour, List<String> tokens) {
        behaviour.ifPresent(id -> behaviour(new NewBehaviour(id, tokens, Optional.empty())));
    }

    Future<Reply<BehaviourView>> come(String fleet, List<SimulatedStation> members, NewBehaviour wanted) {
        Behaviour behaviour = behaviour(wanted);
        forget(fleet);
        byFleet.put(fleet, behaviour);
        members.forEach(behaviour::visit);
        tell.accept(Event.of(EventType.BEHAVIOUR_STARTED)
                .group(Optional.of(fleet))
                .detail(Optional.of(wanted.behaviour())));
        return Future.succeededFuture(Reply.of(view(behaviour)));
    }

    Future<Reply<Nothing>> leave(String fleet) {
        if (!byFleet.containsKey(fleet)) {
            throw Refused.notFound("nobody comes to a fleet '" + fleet + "'");
        }
        forget(fleet);
        return Future.succeededFuture(Reply.done());
    }

    void forget(String fleet) {
        Behaviour former = byFleet.remove(fleet);
        if (former != null) {
            former.stop();
            tell.accept(Event.of(EventType.BEHAVIOUR_STOPPED)
                    .group(Optional.of(fleet))
                    .detail(Optional.of(former.plan().id())));
        }
    }

    Optional<BehaviourView> of(String fleet) {
        return Optional.ofNullable(byFleet.get(fleet)).map(Drivers::view);
    }

    private Behaviour behaviour(NewBehaviour wanted) {
        return new Behaviour(plan(wanted.behaviour()), clock, wanted.seed().orElse(seed), tokens(wanted.tokens()));
    }

    private static BehaviourPlan plan(String id) {
        try {
            return Behaviours.named(id);
        } catch (IllegalArgumentException unknown) {
            throw InvalidValue.of("/behaviour", String.valueOf(unknown.getMessage()));
        }
    }

    private List<IdToken> tokens(List<String> given) {
        if (given.isEmpty()) {
            return usualTokens;
        }
        try {
            return given.stream().map(IdToken::of).toList();
        } catch (IllegalArgumentException tooLong) {
            throw InvalidValue.of("/tokens", String.valueOf(tooLong.getMessage()));
        }
    }

    private static BehaviourView view(Behaviour behaviour) {
        Behaviour.Progress progress = behaviour.progress();
        return new BehaviourView(
                behaviour.plan().id(),
                progress.begun(),
                progress.charged(),
                progress.turnedAway(),
                behaviour.finished());
    }
}
