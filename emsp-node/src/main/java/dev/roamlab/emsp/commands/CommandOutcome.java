package dev.roamlab.emsp.commands;

import dev.roamlab.ocpi.commands.CommandResponse;
import dev.roamlab.ocpi.commands.CommandResult;
import java.util.Optional;

/**
 * How a command stands.
 *
 * @param id ours, part of the response_url
 * @param command such as {@code START_SESSION}
 * @param response what the CPO said at once
 * @param result what the station said later; empty before that, and for good when it never does
 * @param timedOut whether the promised time ran out first; a result may still follow
 */
public record CommandOutcome(
        String id,
        String command,
        Optional<CommandResponse> response,
        Optional<CommandResult> result,
        boolean timedOut) {

    CommandOutcome with(CommandResponse given) {
        return new CommandOutcome(id, command, Optional.of(given), result, timedOut);
    }

    CommandOutcome with(CommandResult given) {
        return new CommandOutcome(id, command, response, Optional.of(given), timedOut);
    }

    CommandOutcome afterTimeout() {
        return new CommandOutcome(id, command, response, result, true);
    }
}
