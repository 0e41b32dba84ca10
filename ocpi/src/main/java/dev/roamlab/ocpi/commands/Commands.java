package dev.roamlab.ocpi.commands;

import static dev.roamlab.ocpi.operations.Operation.receiver;
import static dev.roamlab.ocpi.operations.Operation.sender;
import static dev.roamlab.ocpi.versions.ModuleId.COMMANDS;

import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.Nothing;

/**
 * Commands: the eMSP asks, the CPO answers at once whether it passes the command on, and posts the station's result to the
 * eMSP's response_url later. Spec: mod_commands_commands_module.
 */
public final class Commands {
    public static final Operation<CancelReservation, CommandResponse> CANCEL_RESERVATION =
            receiver(COMMANDS).post("/CANCEL_RESERVATION", CancelReservation.class, CommandResponse.class);
    public static final Operation<ReserveNow, CommandResponse> RESERVE_NOW =
            receiver(COMMANDS).post("/RESERVE_NOW", ReserveNow.class, CommandResponse.class);
    public static final Operation<StartSession, CommandResponse> START_SESSION =
            receiver(COMMANDS).post("/START_SESSION", StartSession.class, CommandResponse.class);
    public static final Operation<StopSession, CommandResponse> STOP_SESSION =
            receiver(COMMANDS).post("/STOP_SESSION", StopSession.class, CommandResponse.class);
    public static final Operation<UnlockConnector, CommandResponse> UNLOCK_CONNECTOR =
            receiver(COMMANDS).post("/UNLOCK_CONNECTOR", UnlockConnector.class, CommandResponse.class);

    /** The form of our own response URLs; a partner's are used as given. */
    public static final Operation<CommandResult, Nothing> RESULT =
            sender(COMMANDS).post("/{command}/{command_id}", CommandResult.class);

    private Commands() {}
}
