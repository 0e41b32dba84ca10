package dev.roamlab.emsp.commands;

import dev.roamlab.node.Platform;
import dev.roamlab.ocpi.commands.CancelReservation;
import dev.roamlab.ocpi.commands.CommandResponse;
import dev.roamlab.ocpi.commands.CommandResponseType;
import dev.roamlab.ocpi.commands.CommandResult;
import dev.roamlab.ocpi.commands.Commands;
import dev.roamlab.ocpi.commands.ReserveNow;
import dev.roamlab.ocpi.commands.StartSession;
import dev.roamlab.ocpi.commands.StopSession;
import dev.roamlab.ocpi.commands.UnlockConnector;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.Call;
import dev.roamlab.ocpi.http.OcpiException;
import dev.roamlab.ocpi.http.PartnerClient;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;
import dev.roamlab.ocpi.partner.Partner;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Commands, sender interface: asks a CPO to do something at a station, and waits for the result at a URL made for this one
 * command, so that two commands can never be mixed up. Spec: mod_commands_emsp_interface.
 */
public final class CommandsSender {
    private static final int REMEMBERED = 10_000;

    private final Platform platform;
    private final Map<String, Pending> pending = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Prepares the interface; {@link #serve} offers it. */
    public CommandsSender(Platform platform) {
        this.platform = platform;
    }

    /** Offers the interface to which results are posted. */
    public void serve() {
        platform.server().serve(Commands.RESULT, this::result);
    }

    /** A command that was sent: how it stands, and when it is decided. */
    public static final class Pending {
        private final Promise<CommandOutcome> decided = Promise.promise();
        private volatile CommandOutcome outcome;

        private Pending(String id, String command) {
            this.outcome = new CommandOutcome(id, command, Optional.empty(), Optional.empty(), false);
        }

        /** How it stands now. */
        public CommandOutcome outcome() {
            return outcome;
        }

        /** Completes with the result, the refusal, or the time-out; fails when the CPO could not be asked. */
        public Future<CommandOutcome> decided() {
            return decided.future();
        }
    }

    /**
     * Starts a session. {@code evseUid} and {@code connectorId} are empty where the station may choose.
     *
     * @throws TokenNotValid when the driver may not charge; nothing is sent
     */
    public Pending startSession(
            Partner cpo, Token token, CiString locationId, Optional<CiString> evseUid, Optional<CiString> connectorId) {
        requireValid(token, "START_SESSION");
        return send(
                cpo,
                Commands.START_SESSION,
                "START_SESSION",
                url -> new StartSession(
                        url,
                        token,
                        locationId,
                        evseUid,
                        connectorId,
                        Optional.of(new CiString(platform.lab().ids().uuid()))));
    }

    /** Stops a session. */
    public Pending stopSession(Partner cpo, CiString sessionId) {
        return send(cpo, Commands.STOP_SESSION, "STOP_SESSION", url -> new StopSession(url, sessionId));
    }

    /**
     * Reserves an EVSE; the same reservation id again changes the reservation.
     *
     * @throws TokenNotValid when the driver may not charge; nothing is sent
     */
    public Pending reserve(
            Partner cpo,
            Token token,
            CiString reservationId,
            Instant expiry,
            CiString locationId,
            Optional<CiString> evseUid) {
        requireValid(token, "RESERVE_NOW");
        return send(
                cpo,
                Commands.RESERVE_NOW,
                "RESERVE_NOW",
                url -> new ReserveNow(url, token, expiry, reservationId, locationId, evseUid, Optional.empty()));
    }

    /** Cancels a reservation. */
    public Pending cancelReservation(Partner cpo, CiString reservationId) {
        return send(
                cpo,
                Commands.CANCEL_RESERVATION,
                "CANCEL_RESERVATION",
                url -> new CancelReservation(url, reservationId));
    }

    /** Unlocks a connector whose cable is stuck. */
    public Pending unlock(Partner cpo, CiString locationId, CiString evseUid, CiString connectorId) {
        return send(
                cpo,
                Commands.UNLOCK_CONNECTOR,
                "UNLOCK_CONNECTOR",
                url -> new UnlockConnector(url, locationId, evseUid, connectorId));
    }

    /** The CPO need not ask again about a token in a command. Spec: mod_commands_startsession_object, mod_commands_reservenow_object. */
    private static void requireValid(Token token, String command) {
        if (!token.valid()) {
            throw new TokenNotValid(command, token);
        }
    }

    private interface Body<B extends Record> {
        B with(Url responseUrl);
    }

    private <B extends Record> Pending send(
            Partner partner, Operation<B, CommandResponse> operation, String command, Body<B> body) {
        String id = platform.lab().ids().uuid();
        Pending sent = new Pending(id, command);
        pending.put(id, sent);
        Url responseUrl =
                new Url(platform.server().moduleUrl(partner.version(), ModuleId.COMMANDS) + "/" + command + "/" + id);
        PartnerClient cpo = platform.calling(partner);
        cpo.call(operation, Map.of(), "", Document.of(body.with(responseUrl)))
                .compose(reply -> cpo.object(operation, reply))
                .onSuccess(response -> responded(sent, response.value()))
                .onFailure(sent.decided::tryFail);
        return sent;
    }

    private void responded(Pending sent, CommandResponse response) {
        sent.outcome = sent.outcome.with(response);
        if (response.result() != CommandResponseType.ACCEPTED) {
            sent.decided.tryComplete(sent.outcome); // no result follows a refusal
            return;
        }
        platform.lab().clock().schedule(Duration.ofSeconds(response.timeout()), () -> {
            if (sent.outcome.result().isEmpty()) {
                sent.outcome = sent.outcome.afterTimeout();
                sent.decided.tryComplete(sent.outcome);
            }
        });
    }

    private Future<Answer<Nothing>> result(Call<CommandResult> call) {
        Pending sent = pending.get(call.segment("command_id"));
        if (sent == null) {
            throw OcpiException.notFound("no command " + call.segment("command_id") + " was sent from here");
        }
        sent.outcome = sent.outcome.with(call.object().value());
        sent.decided.tryComplete(sent.outcome);
        return Future.succeededFuture(Answer.done());
    }
}
