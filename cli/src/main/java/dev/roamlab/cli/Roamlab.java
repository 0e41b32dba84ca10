package dev.roamlab.cli;

import dev.roamlab.cli.chargers.ChargersCommand;
import dev.roamlab.cli.conformance.ConformanceCommand;
import dev.roamlab.cli.nodes.CpoCommand;
import dev.roamlab.cli.nodes.EmspCommand;
import dev.roamlab.cli.nodes.GatewayCommand;
import dev.roamlab.cli.nodes.UpCommand;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.GlobalOptions;
import dev.roamlab.cli.shell.ProductVersion;
import dev.roamlab.cli.shell.Shell;
import dev.roamlab.cli.stories.DemoCommand;
import dev.roamlab.cli.stories.ScenarioCommand;
import dev.roamlab.cli.terminal.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program: lists the commands and runs one. */
@Command(
        name = "roamlab",
        description = "The place where people learn, test and break EV-roaming software.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        versionProvider = ProductVersion.class,
        footer = {
            "",
            "Every option can also be set by a variable: ROAMLAB_SPEED, or ROAMLAB_DEMO_SPEED for one command.",
            "Exit codes: 0 clean, 1 something was found, 2 could not run.",
            "",
            "Example:",
            "  roamlab demo"
        })
public final class Roamlab implements Runnable {
    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--version", versionHelp = true, order = 0, description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli shows the version when it is set
    private boolean version;

    private final CommandContext context;
    private final CommandLine root;

    private Roamlab(Environment environment) {
        context = new CommandContext(environment, options);
        // A command is one file and one line here.
        root = new CommandLine(this)
                .addSubcommand(new DemoCommand(context))
                .addSubcommand(new UpCommand(context))
                .addSubcommand(new CommandLine(new CpoCommand(context)).addSubcommand(new GatewayCommand(context)))
                .addSubcommand(new EmspCommand(context))
                .addSubcommand(
                        new CommandLine(new ScenarioCommand(context)).addSubcommand(new ScenarioCommand.Run(context)))
                .addSubcommand(ConformanceCommand.in(context))
                .addSubcommand(ChargersCommand.in(context))
                .addSubcommand(new PriceCommand(context))
                .addSubcommand(new ValidateCommand(context))
                .addSubcommand(new FaultsCommand(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new HelpCommand());
    }

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Environment.ofProcess(), arguments));
    }

    /** Runs a command line in a given environment and gives its exit code. Never throws. */
    public static int run(Environment environment, String... arguments) {
        Roamlab roamlab = new Roamlab(environment);
        return new Shell(roamlab.context, roamlab.root).run(arguments);
    }

    /** Without a command: shows what there is. */
    @Override
    public void run() {
        root.usage(root.getOut());
    }
}
