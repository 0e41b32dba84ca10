package dev.roamlab.ocpi.commands;

import dev.roamlab.ocpi.types.DisplayText;
import dev.roamlab.ocpi.types.Require;
import java.util.List;

/** What the station made of a command, posted to its {@code response_url}. Spec: mod_commands_commandresult_object. */
public record CommandResult(CommandResultType result, List<DisplayText> message) {
    public CommandResult {
        Require.present("result", result);
        message = List.copyOf(message);
    }
}
