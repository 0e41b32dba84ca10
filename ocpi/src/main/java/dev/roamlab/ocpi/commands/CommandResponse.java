package dev.roamlab.ocpi.commands;

import dev.roamlab.ocpi.types.DisplayText;
import dev.roamlab.ocpi.types.Require;
import java.util.List;

/**
 * The CPO's direct answer to a command; the station's result follows later. Spec: mod_commands_commandresponse_object.
 *
 * @param timeout seconds after which no result is to be expected; without meaning for a refusal
 * @param message for people, one text per language
 */
public record CommandResponse(CommandResponseType result, int timeout, List<DisplayText> message) {
    public CommandResponse {
        Require.present("result", result);
        Require.notNegative("timeout", timeout);
        message = List.copyOf(message);
    }
}
