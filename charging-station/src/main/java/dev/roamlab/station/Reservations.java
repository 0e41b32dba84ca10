package dev.roamlab.station;

import static dev.roamlab.station.ConfigurationKey.RESERVE_CONNECTOR_ZERO_SUPPORTED;

import dev.roamlab.ocpp.messages.CancelReservationStatus;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.ReservationStatusUpdateRequest;
import dev.roamlab.ocpp.messages.ReservationUpdateStatus;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowStatus;
import dev.roamlab.station.Outbox.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeping a connector free for somebody. Spec: OCPP 2.0.1, part H; OCPP 1.6, 5.13 and 3.11. */
final class Reservations {
    private Reservations() {}

    static ReserveNowStatus reserve(Turn turn, ReserveNowRequest request) {
        Optional<Evse> place = request.evse().filter(evse -> evse.id() != 0);
        if (place.isEmpty() && !turn.configuration().flag(RESERVE_CONNECTOR_ZERO_SUPPORTED)) {
            return ReserveNowStatus.REJECTED;
        }
        List<ConnectorState> meant = meant(turn.state(), place, request);
        if (meant.isEmpty() || !request.expiryDateTime().isAfter(turn.now())) {
            return ReserveNowStatus.REJECTED;
        }
        // Where several would do, the first that is free is kept.
        for (ConnectorState connector : meant) {
            if (possible(turn.state(), connector, request.id()) == ReserveNowStatus.ACCEPTED) {
                reserve(turn, connector, request);
                return ReserveNowStatus.ACCEPTED;
            }
        }
        return possible(turn.state(), meant.get(0), request.id());
    }

    static CancelReservationStatus cancel(Turn turn, int id) {
        boolean known = turn.state().connectors().stream().anyMatch(connector -> holds(connector, id));
        free(turn, id);
        return known ? CancelReservationStatus.ACCEPTED : CancelReservationStatus.REJECTED;
    }

    /** A reservation ends without having been used. */
    static void end(Turn turn, int number, ReservationUpdateStatus why) {
        turn.connector(number).reservation().ifPresent(reservation -> {
            free(turn, reservation.id());
            turn.say(new Entry(new ReservationStatusUpdateRequest(reservation.id(), why), false, number));
        });
    }

    /** A connector that cannot be used is kept for nobody. OCPP 1.6 has no word for that, and so keeps it. */
    static void removeWhereUseless(Turn turn, int number) {
        ConnectorState connector = turn.connector(number);
        if (connector.reservation().isEmpty() || !turn.state().idiom().eventful()) {
            return;
        }
        ConnectorStatus status = Statuses.of(turn.state(), connector).status();
        boolean siblingUsed = Statuses.siblingBusy(turn.state(), connector);
        if (status == ConnectorStatus.FAULTED || (status == ConnectorStatus.UNAVAILABLE && !siblingUsed)) {
            end(turn, number, ReservationUpdateStatus.REMOVED);
        }
    }

    /** The one it was kept for has come: what else was kept free with it is free again. */
    static void useUp(Turn turn, ConnectorState connector) {
        connector.reservation().ifPresent(reservation -> free(turn, reservation.id()));
    }

    private static List<ConnectorState> meant(StationState state, Optional<Evse> place, ReserveNowRequest request) {
        Stream<ConnectorState> there = place.map(state::numbers)
                .map(numbers ->
                        numbers.stream().map(number -> state.connectors().get(number - 1)))
                .orElseGet(() -> state.connectors().stream());
        return there.filter(connector -> request.connectorType()
                        .filter(type -> !Plugs.fits(type, connector.model()))
                        .isEmpty())
                .toList();
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

    /** In 2.0.1 an EVSE is kept free with all its connectors; in 1.6, and where a plug is asked for, one of them. */
    private static void reserve(Turn turn, ConnectorState chosen, ReserveNowRequest request) {
        free(turn, request.id()); // the same number again replaces what it reserved
        Reservation reservation =
                new Reservation(request.id(), request.idToken(), request.groupIdToken(), request.expiryDateTime());
        boolean all = turn.state().idiom().eventful() && request.connectorType().isEmpty();
        for (ConnectorState connector : turn.state().connectors()) {
            if (connector.number() == chosen.number() || (all && connector.evse() == chosen.evse())) {
                turn.change(connector.number(), kept -> kept.withReservation(Optional.of(reservation)));
            }
        }
    }

    private static void free(Turn turn, int id) {
        for (ConnectorState connector : turn.state().connectors()) {
            if (holds(connector, id)) {
                turn.change(connector.number(), kept -> kept.withReservation(Optional.empty()));
            }
        }
    }

    private static boolean holds(ConnectorState connector, int id) {
        return connector.reservation().filter(reserved -> reserved.id() == id).isPresent();
    }
}
