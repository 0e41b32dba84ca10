package dev.roamlab.station;

import dev.roamlab.ocpp.messages.BootReason;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.ResetRequest;
import dev.roamlab.ocpp.messages.ResetResponse;
import dev.roamlab.ocpp.messages.ResetStatus;
import dev.roamlab.ocpp.messages.ResetType;
import dev.roamlab.ocpp.messages.StoppedReason;
import dev.roamlab.ocpp.messages.TriggerReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Restarts that a CSMS asks for: of the station or of one EVSE, at once or when nobody charges any more. A soft reset of 1.6
 * waits for nobody, it only ends the transactions first. Spec: OCPP 1.6 section 5.14, OCPP 2.0.1 B11, B12.
 */
final class Resets {
    private static final int WHOLE_STATION = 0;

    private Resets() {}

    static ResetResponse reset(Turn turn, ResetRequest request) {
        int evse = request.evseId().orElse(WHOLE_STATION);
        if (turn.state().restart().isPresent()) {
            return new ResetResponse(ResetStatus.REJECTED);
        } else if (evse != WHOLE_STATION && numbers(turn, evse).isEmpty()) {
            return new ResetResponse(ResetStatus.REJECTED, Why.of("UnknownEvse", "evseId: no " + evse));
        } else if (turn.device().firmware().filter(FirmwareUpdate::irrevocable).isPresent()) {
            return new ResetResponse(
                    ResetStatus.REJECTED, Why.of("FwUpdateInProgress", "an update is being installed"));
        }
        boolean onIdle = request.type() == ResetType.ON_IDLE;
        if (onIdle && turn.state().idiom() != Idiom.V1_6 && charging(turn, evse)) {
            List<Integer> waiting = new ArrayList<>(turn.device().resetsWhenIdle());
            waiting.add(evse);
            turn.become(turn.device().withResetsWhenIdle(waiting));
            return new ResetResponse(ResetStatus.SCHEDULED);
        }
        if (evse == WHOLE_STATION) {
            Mishaps.restart(
                    turn,
                    onIdle ? StoppedReason.SOFT_RESET : StoppedReason.IMMEDIATE_RESET,
                    onIdle,
                    BootReason.REMOTE_RESET);
        } else {
            resetEvse(turn, evse);
        }
        return new ResetResponse(ResetStatus.ACCEPTED);
    }

    /** Whether nobody may start to charge at a connector because its EVSE, or the station, is about to restart. */
    static boolean closes(StationState state, ConnectorState connector) {
        List<Integer> waiting = state.device().resetsWhenIdle();
        return !waiting.isEmpty() && (waiting.contains(WHOLE_STATION) || waiting.contains(connector.evse()));
    }

    /** Restarts what has waited for its last car; after every event. */
    static void whenIdle(Turn turn) {
        for (int evse : turn.device().resetsWhenIdle()) {
            if (!charging(turn, evse) && turn.state().running()) {
                List<Integer> left = new ArrayList<>(turn.device().resetsWhenIdle());
                left.remove(Integer.valueOf(evse));
                turn.become(turn.device().withResetsWhenIdle(left));
                if (evse == WHOLE_STATION) {
                    Mishaps.restart(turn, StoppedReason.SOFT_RESET, true, BootReason.SCHEDULED_RESET);
                } else {
                    resetEvse(turn, evse);
                }
            }
        }
    }

    private static void resetEvse(Turn turn, int evse) {
        for (int number : numbers(turn, evse)) {
            Transactions.end(
                    turn, number, StoppedReason.IMMEDIATE_RESET, TriggerReason.RESET_COMMAND, Optional.empty());
            Authorising.drop(turn, number);
            Statuses.forget(turn, number);
        }
    }

    private static boolean charging(Turn turn, int evse) {
        return numbers(turn, evse).stream()
                .anyMatch(number -> turn.connector(number).transaction().isPresent());
    }

    private static List<Integer> numbers(Turn turn, int evse) {
        return evse == WHOLE_STATION
                ? turn.state().connectors().stream().map(ConnectorState::number).toList()
                : turn.state().numbers(Evse.of(evse));
    }
}
