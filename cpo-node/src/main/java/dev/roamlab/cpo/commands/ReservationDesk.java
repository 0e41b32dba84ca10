package dev.roamlab.cpo.commands;

import dev.roamlab.cpo.commands.Targets.Target;
import dev.roamlab.cpo.csms.TransactionNumbers;
import dev.roamlab.cpo.sessions.Charge;
import dev.roamlab.cpo.sessions.Driver;
import dev.roamlab.cpo.sessions.Meter;
import dev.roamlab.cpo.sessions.Place;
import dev.roamlab.cpo.sessions.Places;
import dev.roamlab.cpo.stations.Station;
import dev.roamlab.cpo.tokens.CommandGrants;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.cdrs.CdrToken;
import dev.roamlab.ocpi.commands.CommandResultType;
import dev.roamlab.ocpi.commands.ReserveNow;
import dev.roamlab.ocpi.locations.Status;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpp.messages.CancelReservationRequest;
import dev.roamlab.ocpp.messages.CancelReservationStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.ReserveNowRequest;
import dev.roamlab.ocpp.messages.ReserveNowStatus;
import dev.roamlab.pricing.PhaseKind;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and cancels reservations at stations, under numbers of our own. Spec: mod_commands_reservenow_object. */
public final class ReservationDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReservationDesk.class);
    private static final int GROUP_LENGTH = 20; // what OCPP 1.6 can carry

    private final Reservations reservations;
    private final Targets targets;
    private final Places places;
    private final CommandResults results;
    private final TransactionNumbers numbers;
    private final Ids ids;
    private final LabClock clock;

    ReservationDesk(
            Reservations reservations,
            Targets targets,
            Places places,
            CommandResults results,
            TransactionNumbers numbers,
            Ids ids,
            LabClock clock) {
        this.reservations = reservations;
        this.targets = targets;
        this.places = places;
        this.results = results;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
    }

    /** The reservations that wait for their drivers. */
    public List<Reservation> waiting() {
        return reservations.waiting();
    }

    /** The same id at the same location replaces the reservation; ids of other eMSPs are other ids. */
    Future<CommandResultType> reserve(String partnerId, Target target, ReserveNow command) {
        Optional<Reservation> former = reservations
                .find(partnerId, command.reservationId())
                .filter(known -> known.locationId().equals(command.locationId())
                        && known.stationId().equals(target.row().stationId()));
        int number = former.map(Reservation::number).orElseGet(numbers::next);
        return target.way().call(request(number, target, command)).compose(answer -> {
            CommandResultType result = result(answer.status());
            return result == CommandResultType.ACCEPTED
                    ? keep(number, partnerId, target, command, former).map(result)
                    : Future.succeededFuture(result);
        });
    }

    private static ReserveNowRequest request(int number, Target target, ReserveNow command) {
        return new ReserveNowRequest(
                number,
                command.expiryDate(),
                IdToken.of(CommandGrants.idTag(command.token())),
                command.token()
                        .groupId()
                        .filter(group -> group.value().length() <= GROUP_LENGTH)
                        .map(group -> IdToken.of(group.value())),
                Optional.of(Evse.of(target.row().evseId(), target.row().connectorId())));
    }

    private static CommandResultType result(ReserveNowStatus status) {
        return switch (status) {
            case ACCEPTED -> CommandResultType.ACCEPTED;
            case OCCUPIED -> CommandResultType.EVSE_OCCUPIED;
            case FAULTED, UNAVAILABLE -> CommandResultType.EVSE_INOPERATIVE;
            case REJECTED -> CommandResultType.REJECTED;
        };
    }

    private Future<Void> keep(
            int number, String partnerId, Target target, ReserveNow command, Optional<Reservation> former) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return places.at(target.row(), now, command.token().type()).compose(place -> {
            Charge charge = former.flatMap(reservations::charge)
                    .map(known ->
                            known.copy().driver(driver(command)).place(place).build())
                    .orElseGet(() -> charge(number, partnerId, command, place, now));
            Reservation reservation = new Reservation(
                    number,
                    partnerId,
                    command.reservationId(),
                    command.locationId(),
                    target.row().stationId(),
                    charge.sessionId(),
                    command.responseUrl(),
                    command.expiryDate(),
                    now);
            return reservations.keep(reservation, charge);
        });
    }

    private Charge charge(int number, String partnerId, ReserveNow command, Place place, Instant now) {
        return new Charge(
                ids.uuid(),
                partnerId,
                SessionStatus.RESERVATION,
                now,
                now,
                "reservation/" + number,
                List.of(),
                Optional.of(number),
                driver(command),
                place,
                Meter.start(now, PhaseKind.RESERVED, Optional.empty()),
                List.of(),
                now,
                now,
                now);
    }

    private static Driver driver(ReserveNow command) {
        return new Driver(
                CommandGrants.idTag(command.token()),
                CdrToken.of(command.token()),
                command.token().groupId(),
                AuthMethod.COMMAND,
                command.authorizationReference());
    }

    /** An eMSP gives up its reservation; one that the station does not know any more ends as well. */
    Future<CommandResultType> cancel(String partnerId, CiString reservationId) {
        Optional<Reservation> known = reservations.find(partnerId, reservationId);
        if (known.isEmpty()) {
            return Future.succeededFuture(CommandResultType.UNKNOWN_RESERVATION);
        }
        Reservation reservation = known.get();
        return targets.way(reservation.stationId())
                .call(new CancelReservationRequest(reservation.number()))
                .compose(answer -> reservations
                        .end(reservation, Reservations.End.CANCELLED)
                        .map(
                                answer.status() == CancelReservationStatus.ACCEPTED
                                        ? CommandResultType.ACCEPTED
                                        : CommandResultType.UNKNOWN_RESERVATION));
    }

    /** We cannot keep a reservation: its eMSP is told where it asked for it. Spec: mod_commands_flow. */
    public Future<Void> withdraw(int number) {
        Optional<Reservation> known = reservations.find(number);
        if (known.isEmpty()) {
            return Future.failedFuture(new IllegalArgumentException("reservation " + number + ": none is waiting"));
        }
        Reservation reservation = known.get();
        return Future.succeededFuture()
                .compose(go -> targets.way(reservation.stationId()).call(new CancelReservationRequest(number)))
                .transform(asked -> reservations.end(reservation, Reservations.End.BROKEN))
                .onSuccess(ended -> results.tell(
                        reservation.partnerId(),
                        "RESERVE_NOW",
                        reservation.responseUrl(),
                        CommandResultType.CANCELED_RESERVATION));
    }

    /** Withdraws the reservations at EVSEs of a station that went out of service. */
    void withdrawAt(Station station) {
        for (Reservation reservation : reservations.waiting()) {
            boolean lost = reservation.stationId().equals(station.id())
                    && reservations
                            .charge(reservation)
                            .map(charge ->
                                    station.status(charge.place().location().evseUid()))
                            .filter(status -> status == Status.INOPERATIVE || status == Status.OUTOFORDER)
                            .isPresent();
            if (lost) {
                withdraw(reservation.number())
                        .onFailure(failure ->
                                LOG.error("reservation {} was not withdrawn", reservation.number(), failure));
            }
        }
    }
}
