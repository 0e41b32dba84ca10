package dev.roamlab.cli.chargers;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.station.behaviour.BehaviourPlan;
import dev.roamlab.station.behaviour.Behaviours;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what drivers can do, and checks a file of one's own. */
@Command(
        name = "behaviours",
        description = "List what drivers do at the chargers, show the file behind one, or check your own.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab chargers behaviours",
            "  roamlab chargers behaviours random > mine.yaml",
            "  roamlab chargers behaviours --check mine.yaml",
            "  roamlab chargers start --csms ws://localhost:9000/ocpp --behaviour mine.yaml"
        })
final class BehavioursCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Print the file behind one, to start from.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--check",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "Say whether a file of your own can be used, and what is wrong with it.")
    private Optional<InputFile> check = Optional.empty();

    @Option(names = "--schema", description = "Print the JSON Schema of behaviour files, for your editor.")
    private boolean schema;

    BehavioursCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console out = context.out();
        if (schema) {
            out.raw(Behaviours.schema().strip());
        } else if (check.isPresent()) {
            BehaviourPlan plan = BehaviourChoice.inFile(check.get(), context.in());
            out.line(check.get().name() + " is all right: " + plan.title());
            out.line(plan.ends());
        } else if (name.isPresent()) {
            BehaviourChoice.of(name.get(), context.in());
            out.raw(Behaviours.source(name.get()).strip());
        } else {
            Behaviours.all().forEach(plan -> show(out, plan));
        }
        return ExitCodes.CLEAN;
    }

    private static void show(Console out, BehaviourPlan plan) {
        out.hanging(
                out.paint(Style.BOLD, String.format(Locale.ROOT, "%-16s", plan.id())) + "  ",
                plan.title() + "\n" + plan.ends());
    }
}
