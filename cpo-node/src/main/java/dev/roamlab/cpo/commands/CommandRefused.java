package dev.roamlab.cpo.commands;

import dev.roamlab.ocpi.commands.CommandResponse;
import dev.roamlab.ocpi.commands.CommandResponseType;
import dev.roamlab.ocpi.http.Answer;
import dev.roamlab.ocpi.http.StatusCode;
import dev.roamlab.ocpi.types.DisplayText;
import java.util.List;

/** A command cannot be passed on; its answer says why, and no result follows. Spec: mod_commands_commandresponsetype_enum. */
final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StatusCode status;
    private final CommandResponseType result;

    private CommandRefused(StatusCode status, CommandResponseType result, String message) {
        super(message, null, false, false);
        this.status = status;
        this.result = result;
    }

    static CommandRefused rejected(String message) {
        return new CommandRefused(StatusCode.SUCCESS, CommandResponseType.REJECTED, message);
    }

    static CommandRefused rejected(StatusCode status, String message) {
        return new CommandRefused(status, CommandResponseType.REJECTED, message);
    }

    static CommandRefused notSupported(String message) {
        return new CommandRefused(StatusCode.SUCCESS, CommandResponseType.NOT_SUPPORTED, message);
    }

    static CommandRefused unknownSession(String message) {
        return new CommandRefused(StatusCode.SUCCESS, CommandResponseType.UNKNOWN_SESSION, message);
    }

    Answer<CommandResponse> answer() {
        String text = String.valueOf(getMessage());
        CommandResponse response = new CommandResponse(result, 0, List.of(new DisplayText("en", text)));
        return status == StatusCode.SUCCESS ? Answer.of(response) : Answer.refusal(status, text, response);
    }
}
