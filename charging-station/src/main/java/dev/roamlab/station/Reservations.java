package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.RESERVE_CONNECTOR_ZERO_SUPPORTED;

import dev.roamlab.ocpp.messages.CancelReservationStatus;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowStatus;
import java.util.List;
import java.util.Optional;

/** Keeping a connector free for somebody. */
final class Reservations {
    private Reservations() {}

    static ReserveNowStatus reserve(Turn turn, ReserveNowRequest request) {
        Optional<Evse> place = request.evse().filter(evse -> evse.id() != 0);
        if (place.isEmpty() && !turn.configuration().flag(RESERVE_CONNECTOR_ZERO_SUPPORTED)) {
            return ReserveNowStatus.REJECTED;
        }
        List<Integer> meant = place.map(turn.state()::numbers)
                .orElseGet(() -> turn.state().connectors().stream()
                        .map(ConnectorState::number)
                        .toList());
        if (meant.isEmpty()) {
            return ReserveNowStatus.REJECTED;
        }
        if (!request.expiryDateTime().isAfter(turn.now())) {
            return ReserveNowStatus.REJECTED;
        }
        // Where several would do, the first that is free is kept.
        for (int number : meant) {
            if (possible(turn.state(), turn.connector(number), request.id()) == ReserveNowStatus.ACCEPTED) {
                reserve(turn, number, request);
                return ReserveNowStatus.ACCEPTED;
            }
        }
        return possible(turn.state(), turn.connector(meant.get(0)), request.id());
    }

    static CancelReservationStatus cancel(Turn turn, int id) {
        for (ConnectorState connector : turn.state().connectors()) {
            if (connector.reservation().filter(reserved -> reserved.id() == id).isPresent()) {
                turn.put(connector.withReservation(Optional.empty()));
                return CancelReservationStatus.ACCEPTED;
            }
        }
        return CancelReservationStatus.REJECTED;
    }

    private static ReserveNowStatus possible(StationState state, ConnectorState connector, int id) {
        ConnectorStatus status = Statuses.of(state, connector).status();
        if (status == ConnectorStatus.FAULTED) {
            return ReserveNowStatus.FAULTED;
        }
        if (connector.busy() || Statuses.siblingBusy(state, connector)) {
            return ReserveNowStatus.OCCUPIED;
        }
        if (status == ConnectorStatus.UNAVAILABLE) {
            return ReserveNowStatus.UNAVAILABLE;
        }
        boolean reservedForAnother =
                connector.reservation().filter(reserved -> reserved.id() != id).isPresent();
        return reservedForAnother ? ReserveNowStatus.OCCUPIED : ReserveNowStatus.ACCEPTED;
    }

    private static void reserve(Turn turn, int number, ReserveNowRequest request) {
        cancel(turn, request.id()); // the same number again replaces what it reserved
        Reservation reservation =
                new Reservation(request.id(), request.idToken(), request.groupIdToken(), request.expiryDateTime());
        turn.change(number, connector -> connector.withReservation(Optional.of(reservation)));
    }
}
