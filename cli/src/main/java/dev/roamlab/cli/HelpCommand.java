package dev.roamlab.cli;

import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.Suggestions;
import dev.roamlab.cli.shell.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how a command is used, which its {@code --help} does as well. */
@Command(
        name = "help",
        description = "Show how a command is used.",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footer = {"", "Example:", "  roamlab help price"})
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command, and one of its own if it has any.")
    private List<String> path = new ArrayList<>();

    @Override
    public Integer call() {
        CommandLine command = spec.root().commandLine();
        for (String name : path) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                throw new UserError(
                        "There is no command '" + name + "' to explain.",
                        (Suggestions.didYouMean(name, command.getSubcommands().keySet()) + " See 'roamlab --help'.")
                                .strip());
            }
            command = next;
        }
        command.usage(command.getOut());
        return ExitCodes.CLEAN;
    }
}
