package dev.roamlab.cli.conformance;

import dev.roamlab.cli.options.InputFile;
import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.ExitCodes;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.conformance.engine.CannotRun;
import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.Plan;
import dev.roamlab.conformance.engine.RunListener;
import dev.roamlab.conformance.engine.RunRequest;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.sutfile.ShippedFiles;
import dev.roamlab.conformance.trigger.SutTriggers;
import dev.roamlab.reports.Layer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a SUT file means before anything is run. */
@Command(
        name = "check-sut",
        description = "Check a SUT file: say what was understood, and what will be inconclusive.",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  roamlab conformance check-sut --example > sut.yaml",
            "  roamlab conformance check-sut sut.yaml --connect"
        })
final class CheckSutCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            converter = InputFile.Converter.class,
            description = "The SUT file.")
    private Optional<InputFile> named = Optional.empty();

    @Mixin
    private final SutOptions options = new SutOptions();

    @Option(names = "--example", description = "Print an example file with every field explained.")
    private boolean example;

    @Option(names = "--connect", description = "Read the system's versions and print the plan; changes nothing there.")
    private boolean connect;

    CheckSutCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (example) {
            context.out().raw(ShippedFiles.sutExample().strip());
            return ExitCodes.CLEAN;
        }
        if (named.isPresent() && options.file.isPresent()) {
            throw new UserError("The file is named twice.", "Name it once: roamlab conformance check-sut FILE.");
        }
        named.ifPresent(file -> options.file = Optional.of(file));
        Sut sut = options.sut(context);
        new SutSummary(sut, context.out(), context.environment().terminals().interactive()).print();
        return connect ? connect(sut) : ExitCodes.CLEAN;
    }

    private int connect(Sut sut) {
        Console out = context.out();
        RunRequest request = new RunRequest(
                sut,
                Set.of(),
                EnumSet.allOf(Layer.class),
                new SutTriggers(sut.triggers(), "check-sut", Optional.empty()),
                RunListener.NONE);
        try (ConformanceRun run = ConformanceRun.of(request)) {
            Plan plan = run.plan();
            out.line();
            new PlanText(out).print(plan);
            return ExitCodes.CLEAN;
        } catch (CannotRun cannot) {
            throw new UserError(String.valueOf(cannot.getMessage()) + ".", "Check versions_url and token_a.");
        }
    }
}
