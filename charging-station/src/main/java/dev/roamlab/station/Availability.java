package dev.roamlab.station;

import dev.roamlab.ocpp.messages.ChangeAvailabilityRequest;
import dev.roamlab.ocpp.messages.ChangeAvailabilityResponse;
import dev.roamlab.ocpp.messages.ChangeAvailabilityStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.OperationalStatus;
import java.util.List;
import java.util.Optional;

/** In service or out of it: at once, or when the transaction is over. */
final class Availability {
    private Availability() {}

    static ChangeAvailabilityResponse change(Turn turn, ChangeAvailabilityRequest request) {
        boolean operative = request.operationalStatus() == OperationalStatus.OPERATIVE;
        Optional<Evse> place = request.evse().filter(evse -> evse.id() != 0);
        if (place.isEmpty()) {
            return new ChangeAvailabilityResponse(station(turn, operative));
        }
        List<Integer> meant = turn.state().numbers(place.get());
        ChangeAvailabilityStatus status =
                meant.isEmpty() ? ChangeAvailabilityStatus.REJECTED : ChangeAvailabilityStatus.ACCEPTED;
        for (int number : meant) {
            if (connector(turn, number, operative) == ChangeAvailabilityStatus.SCHEDULED) {
                status = ChangeAvailabilityStatus.SCHEDULED;
            }
        }
        return new ChangeAvailabilityResponse(status);
    }

    /** A transaction is over: what waited for the last one happens now. */
    static void stationIdle(Turn turn) {
        if (turn.state().goesInoperative() && !charging(turn.state())) {
            turn.become(turn.state().withOperative(false).withGoesInoperative(false));
            forgetVisitors(turn);
        }
    }

    private static ChangeAvailabilityStatus station(Turn turn, boolean operative) {
        boolean later = !operative && charging(turn.state());
        turn.become(turn.state()
                .withOperative(operative || (later && turn.state().operative()))
                .withGoesInoperative(later));
        if (!turn.state().operative()) {
            forgetVisitors(turn);
        }
        return later ? ChangeAvailabilityStatus.SCHEDULED : ChangeAvailabilityStatus.ACCEPTED;
    }

    /** Out of service, a connector forgets who was about to start and who had finished: a cable still in counts as new. */
    private static void forgetVisitors(Turn turn) {
        turn.state()
                .connectors()
                .forEach(connector -> turn.change(
                        connector.number(),
                        forgetful -> forgetful.withFinishing(false).withPending(Optional.empty())));
    }

    private static ChangeAvailabilityStatus connector(Turn turn, int number, boolean operative) {
        boolean later = !operative && turn.connector(number).transaction().isPresent();
        turn.change(
                number,
                connector -> connector
                        .withOperative(operative || (later && connector.operative()))
                        .withFinishing(connector.finishing() && operative)
                        .withPending(operative ? connector.pending() : Optional.empty())
                        .withGoesInoperative(later));
        return later ? ChangeAvailabilityStatus.SCHEDULED : ChangeAvailabilityStatus.ACCEPTED;
    }

    private static boolean charging(StationState state) {
        return state.connectors().stream()
                .anyMatch(connector -> connector.transaction().isPresent());
    }
}
