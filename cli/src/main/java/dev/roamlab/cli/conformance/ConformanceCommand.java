package dev.roamlab.cli.conformance;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.conformance.catalogue.Spelled;
import dev.roamlab.conformance.sutfile.ShippedFiles;
import dev.roamlab.conformance.trigger.TriggerKind;
import dev.roamlab.reports.ResultsJsonReader;
import dev.roamlab.reports.RunDiff;
import dev.roamlab.reports.StoredRun;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything about examining a system. */
@Command(
        name = "conformance",
        description = "Examine an OCPI system, requirement by requirement.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  roamlab conformance run --self",
            "  roamlab conformance run --versions-url https://ocpi.example.com/versions --token-a T --role cpo",
            "  roamlab conformance check-sut --example > sut.yaml",
            "  roamlab conformance explain CRED-007"
        })
public final class ConformanceCommand implements Runnable {
    private final CommandContext context;

    private ConformanceCommand(CommandContext context) {
        this.context = context;
    }

    /** The command with all its own. */
    public static CommandLine in(CommandContext context) {
        ConformanceCommand command = new ConformanceCommand(context);
        return new CommandLine(command)
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new CheckSutCommand(context))
                .addSubcommand(new ListCommand(context))
                .addSubcommand(new ExplainCommand(context))
                .addSubcommand(new SelfTestCommand(context));
    }

    /** Without a subcommand: what there is. */
    @Override
    public void run() {
        throw new UserError(
                "'roamlab conformance' needs a command.",
                "'roamlab conformance run --self' is a good first one; see --help.");
    }

    @Command(
            name = "triggers",
            description = "List what only the operator of a system can cause, and what a trigger is told.",
            footer = {"", "Example:", "  roamlab conformance triggers"})
    int triggers() {
        Console out = context.out();
        for (TriggerKind kind : TriggerKind.all()) {
            String roles = kind.roles().stream().map(Spelled::spelling).sorted().collect(Collectors.joining(", "));
            out.line(out.paint(Style.BOLD, kind.name()) + "  (" + roles + ")");
            out.paragraph(4, kind.does());
            out.hanging("    params: ", kind.params().isEmpty() ? "none" : String.join(", ", kind.params()));
            if (!kind.facts().isEmpty()) {
                out.hanging("    facts:  ", String.join(", ", kind.facts()));
            }
        }
        return ExitCodes.CLEAN;
    }

    @Command(
            name = "sut-schema",
            description = "Print the JSON Schema of SUT files, for your editor.",
            footer = {"", "Example:", "  roamlab conformance sut-schema > sut.schema.json"})
    int sutSchema() {
        context.out().raw(ShippedFiles.sutSchema().strip());
        return ExitCodes.CLEAN;
    }

    @Command(
            name = "diff",
            description = "Compare two runs by their results.json. Exit code 1 when something is worse in the second.",
            footer = {"", "Example:", "  roamlab conformance diff before/results.json after/results.json"})
    int diff(
            @Parameters(
                            paramLabel = "A",
                            index = "0",
                            converter = InputFile.Converter.class,
                            description = "results.json of the earlier run.")
                    InputFile before,
            @Parameters(
                            paramLabel = "B",
                            index = "1",
                            converter = InputFile.Converter.class,
                            description = "results.json of the later run.")
                    InputFile after,
            @Option(names = "--json", description = "Print the comparison as JSON.") boolean json) {
        RunDiff diff = between(stored(before), stored(after));
        if (json) {
            context.out().raw(diff.json().strip());
        } else {
            diff.text().lines().forEach(context.out()::line);
        }
        return diff.isWorse() ? ExitCodes.FINDINGS : ExitCodes.CLEAN;
    }

    private static RunDiff between(StoredRun before, StoredRun after) {
        try {
            return RunDiff.between(before, after);
        } catch (IllegalArgumentException unlike) {
            throw new UserError(unlike.getMessage() + ".", "Compare two conformance runs.");
        }
    }

    private StoredRun stored(InputFile file) {
        try {
            return new StoredRun(file.name(), ResultsJsonReader.read(file.text(context.in())));
        } catch (IllegalArgumentException unreadable) {
            throw new UserError(
                    file.name() + " is no results.json: " + unreadable.getMessage() + ".",
                    "Name the results.json of a run with --report.");
        }
    }
}
