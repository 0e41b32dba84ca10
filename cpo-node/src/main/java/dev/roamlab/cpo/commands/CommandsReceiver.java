package dev.roamlab.cpo.commands;

import dev.roamlab.cpo.commands.Targets.Target;
import dev.roamlab.cpo.csms.TransactionNumbers;
import dev.roamlab.cpo.sessions.Charge;
import dev.roamlab.cpo.sessions.Charges;
import dev.roamlab.cpo.tokens.CommandGrant;
import dev.roamlab.cpo.tokens.CommandGrantBuilder;
import dev.roamlab.cpo.tokens.CommandGrants;
import dev.roamlab.lab.LabClock;
import dev.roamlab.node.objects.Keys;
import dev.roamlab.ocpi.commands.CancelReservation;
import dev.roamlab.ocpi.commands.CommandResponse;
import dev.roamlab.ocpi.commands.CommandResultType;
import dev.roamlab.ocpi.commands.Commands;
import dev.roamlab.ocpi.commands.ReserveNow;
import dev.roamlab.ocpi.commands.StartSession;
import dev.roamlab.ocpi.commands.StopSession;
import dev.roamlab.ocpi.commands.UnlockConnector;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.Endpoint;
import dev.roamlab.ocpi.http.OcpiServer;
import dev.roamlab.ocpi.http.StatusCode;
import dev.roamlab.ocpi.locations.Capability;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.sessions.SessionStatus;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Party;
import dev.roamlab.ocpp.messages.ConnectorStatus;
import dev.roamlab.ocpp.messages.Evse;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.RequestStartStopStatus;
import dev.roamlab.ocpp.messages.RequestStartTransactionRequest;
import dev.roamlab.ocpp.messages.RequestStopTransactionRequest;
import dev.roamlab.ocpp.messages.UnlockConnectorRequest;
import dev.roamlab.ocpp.messages.UnlockStatus;
import io.vertx.core.Future;
import java.util.Optional;

/** What eMSPs ask of stations. Spec: mod_commands_cpo_interface. */
public final class CommandsReceiver {
    private final Targets targets;
    private final CommandResults results;
    private final ReservationDesk desk;
    private final Charges charges;
    private final CommandGrants grants;
    private final TransactionNumbers numbers;
    private final LabClock clock;

    CommandsReceiver(
            Targets targets,
            CommandResults results,
            ReservationDesk desk,
            Charges charges,
            CommandGrants grants,
            TransactionNumbers numbers,
            LabClock clock) {
        this.targets = targets;
        this.results = results;
        this.desk = desk;
        this.charges = charges;
        this.grants = grants;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Puts the interface on a server. */
    void serve(OcpiServer server) {
        serve(server, Commands.START_SESSION, this::start);
        serve(server, Commands.STOP_SESSION, this::stop);
        serve(server, Commands.UNLOCK_CONNECTOR, this::unlock);
        serve(server, Commands.RESERVE_NOW, this::reserve);
        serve(server, Commands.CANCEL_RESERVATION, this::cancel);
    }

    private static <B extends Record> void serve(
            OcpiServer server, Operation<B, CommandResponse> command, Endpoint<B, CommandResponse> endpoint) {
        server.serve(command, call -> {
            try {
                return endpoint.answer(call).recover(CommandsReceiver::settle);
            } catch (CommandRefused refused) {
                return Future.succeededFuture(refused.answer());
            }
        });
    }

    private static Future<Answer<CommandResponse>> settle(Throwable failure) {
        return failure instanceof CommandRefused refused
                ? Future.succeededFuture(refused.answer())
                : Future.failedFuture(failure);
    }

    // --- start and stop ---

    private Future<Answer<CommandResponse>> start(Call<StartSession> call) {
        StartSession command = call.object().value();
        requireOwn(call, command.token());
        return targets.find(
                        command.locationId(),
                        command.evseUid(),
                        command.connectorId(),
                        Capability.REMOTE_START_STOP_CAPABLE)
                .compose(target -> trust(grant(call, target, command.token())
                                .authorizationReference(command.authorizationReference())
                                .build())
                        .map(idToken -> results.promise(
                                call.partner().id(),
                                "START_SESSION",
                                command.responseUrl(),
                                () -> start(target, idToken))));
    }

    private Future<CommandResultType> start(Target target, IdToken idToken) {
        Optional<CommandResultType> hindrance = hindrance(target, idToken);
        if (hindrance.isPresent()) {
            return Future.succeededFuture(hindrance.get());
        }
        Evse evse = Evse.of(target.row().evseId(), target.row().connectorId());
        return target.way()
                .call(new RequestStartTransactionRequest(idToken, numbers.next(), Optional.of(evse)))
                .map(answer -> answer.status() == RequestStartStopStatus.ACCEPTED
                        ? CommandResultType.ACCEPTED
                        : CommandResultType.FAILED);
    }

    /** What stands in the way of a session, as far as we know. Spec: mod_commands_commandresulttype_enum. */
    private Optional<CommandResultType> hindrance(Target target, IdToken idToken) {
        Optional<Charge> other = charges.find(target.row().stationId(), charge -> {
            boolean ownReservation = charge.status() == SessionStatus.RESERVATION
                    && charge.driver().idTag().equalsIgnoreCase(idToken.idToken());
            return charge.place().post().evseId() == target.row().evseId() && !ownReservation;
        });
        if (other.isPresent()) {
            return Optional.of(CommandResultType.EVSE_OCCUPIED);
        }
        return target.station()
                .connectorStatus(target.row().evseId(), target.row().connectorId())
                .filter(status -> status == ConnectorStatus.UNAVAILABLE || status == ConnectorStatus.FAULTED)
                .map(status -> CommandResultType.EVSE_INOPERATIVE);
    }

    private Future<Answer<CommandResponse>> stop(Call<StopSession> call) {
        StopSession command = call.object().value();
        String partner = call.partner().id();
        Optional<Charge> running = charges.find(command.sessionId().value())
                .filter(charge -> charge.partnerId().equals(partner));
        if (running.isEmpty()) {
            return refuseToStop(command.sessionId(), partner);
        }
        Charge charge = running.get();
        if (charge.transactionIds().isEmpty()) {
            throw CommandRefused.rejected("session " + charge.sessionId() + " is a reservation; cancel it");
        }
        var way = targets.way(charge.place().post().stationId());
        String transaction = charge.transactionIds().get(charge.transactionIds().size() - 1);
        return Future.succeededFuture(results.promise(
                partner,
                "STOP_SESSION",
                command.responseUrl(),
                () -> way.call(new RequestStopTransactionRequest(transaction))
                        .map(answer -> answer.status() == RequestStartStopStatus.ACCEPTED
                                ? CommandResultType.ACCEPTED
                                : CommandResultType.REJECTED)));
    }

    /** Whose session it is stays our secret: to others it does not exist. */
    private Future<Answer<CommandResponse>> refuseToStop(CiString sessionId, String partner) {
        return charges.sessions().raw().get(Keys.fold(sessionId.value())).map(stored -> {
            boolean over =
                    stored.filter(session -> session.scope().equals(partner)).isPresent();
            throw over
                    ? CommandRefused.rejected("session " + sessionId + " has ended already")
                    : CommandRefused.unknownSession("session_id: there is no session " + sessionId);
        });
    }

    // --- unlock ---

    private Future<Answer<CommandResponse>> unlock(Call<UnlockConnector> call) {
        UnlockConnector command = call.object().value();
        return targets.find(
                        command.locationId(),
                        Optional.of(command.evseUid()),
                        Optional.of(command.connectorId()),
                        Capability.UNLOCK_CAPABLE)
                .map(target -> results.promise(
                        call.partner().id(),
                        "UNLOCK_CONNECTOR",
                        command.responseUrl(),
                        () -> target.way()
                                .call(new UnlockConnectorRequest(
                                        target.row().evseId(), target.row().connectorId()))
                                .map(answer -> result(answer.status()))));
    }

    private static CommandResultType result(UnlockStatus status) {
        return switch (status) {
            case UNLOCKED -> CommandResultType.ACCEPTED;
            case UNLOCK_FAILED, UNKNOWN_CONNECTOR -> CommandResultType.FAILED;
            case ONGOING_AUTHORIZED_TRANSACTION -> CommandResultType.REJECTED;
            case NOT_SUPPORTED -> CommandResultType.NOT_SUPPORTED;
        };
    }

    // --- reservations ---

    private Future<Answer<CommandResponse>> reserve(Call<ReserveNow> call) {
        ReserveNow command = call.object().value();
        requireOwn(call, command.token());
        if (!command.expiryDate().isAfter(clock.instant())) {
            throw CommandRefused.rejected(
                    StatusCode.INVALID_PARAMETERS, "expiry_date: " + command.expiryDate() + " is over");
        }
        return targets.find(command.locationId(), command.evseUid(), Optional.empty(), Capability.RESERVABLE)
                .compose(target -> trust(grant(call, target, command.token())
                                .authorizationReference(command.authorizationReference())
                                .reservationId(Optional.of(command.reservationId()))
                                .build())
                        .map(idToken -> results.promise(
                                call.partner().id(),
                                "RESERVE_NOW",
                                command.responseUrl(),
                                () -> desk.reserve(call.partner().id(), target, command))));
    }

    private Future<Answer<CommandResponse>> cancel(Call<CancelReservation> call) {
        CancelReservation command = call.object().value();
        String partner = call.partner().id();
        return Future.succeededFuture(results.promise(
                partner,
                "CANCEL_RESERVATION",
                command.responseUrl(),
                () -> desk.cancel(partner, command.reservationId())));
    }

    // --- tokens ---

    /** Spec: mod_commands_startsession_object: an eMSP sends its own tokens only. */
    private static void requireOwn(Call<?> call, Token token) {
        Party owner = new Party(token.countryCode(), token.partyId());
        if (!call.partner().speaksFor(owner)) {
            throw CommandRefused.rejected(
                    StatusCode.INVALID_PARAMETERS, "token: " + owner + " is not among the roles in your credentials");
        }
    }

    /** The eMSP has authorised the token by sending it: when the station asks, it will not be asked again. */
    private Future<IdToken> trust(CommandGrant grant) {
        return grants.add(grant).map(IdToken.of(grant.idTag()));
    }

    private CommandGrantBuilder grant(Call<?> call, Target target, Token token) {
        return CommandGrantBuilder.builder()
                .stationId(target.row().stationId())
                .idTag(CommandGrants.idTag(token))
                .partnerId(call.partner().id())
                .token(token)
                .lastUpdated(clock.instant());
    }
}
