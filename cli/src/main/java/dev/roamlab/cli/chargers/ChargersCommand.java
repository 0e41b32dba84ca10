package dev.roamlab.cli.chargers;

import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Everything about chargers for one's own central system. */
@Command(
        name = "chargers",
        description = "Simulated charging stations for your own central system.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  roamlab chargers start --csms ws://localhost:9000/ocpp",
            "  roamlab chargers start --csms ws://localhost:9000/ocpp --count 10 --model dc-300 --behaviour random",
            "  roamlab chargers models",
            "  roamlab chargers behaviours",
            "  roamlab chargers replay trace.jsonl --csms ws://localhost:9000/ocpp"
        })
public final class ChargersCommand implements Runnable {
    private ChargersCommand() {}

    /** The command with all its own. */
    public static CommandLine in(CommandContext context) {
        return new CommandLine(new ChargersCommand())
                .addSubcommand(new StartCommand(context))
                .addSubcommand(new ModelsCommand(context))
                .addSubcommand(new BehavioursCommand(context))
                .addSubcommand(new ReplayCommand(context));
    }

    /** Without a subcommand: what there is. */
    @Override
    public void run() {
        throw new UserError(
                "'roamlab chargers' needs a command.",
                "'roamlab chargers start --csms ws://host:port/path' is a good first one; see --help.");
    }
}
