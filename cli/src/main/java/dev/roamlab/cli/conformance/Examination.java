package dev.roamlab.cli.conformance;

import dev.roamlab.cli.shell.CommandContext;
import dev.roamlab.cli.shell.UserError;
import dev.roamlab.cli.terminal.Console;
import dev.roamlab.conformance.engine.CannotRun;
import dev.roamlab.conformance.engine.ConformanceRun;
import dev.roamlab.conformance.engine.Plan;
import dev.roamlab.conformance.engine.RunRequest;
import dev.roamlab.conformance.subject.Sut;
import dev.roamlab.conformance.trigger.Operator;
import dev.roamlab.conformance.trigger.SutTriggers;
import dev.roamlab.reports.Layer;
import dev.roamlab.reports.Run;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Runs the suite once, in front of the user. */
final class Examination {
    private final CommandContext context;
    private final Set<String> only;
    private final Set<Layer> layers;
    private final Console out;
    private final boolean live;

    Examination(CommandContext context, Set<String> only, Set<Layer> layers) {
        this(
                context,
                only,
                layers,
                context.out(),
                context.environment().terminals().out() && context.out().look().colour());
    }

    private Examination(CommandContext context, Set<String> only, Set<Layer> layers, Console out, boolean live) {
        this.context = context;
        this.only = only;
        this.layers = layers;
        this.out = out;
        this.live = live;
    }

    /** The same, written down to be shown later, as it would look now. */
    Examination into(PrintStream page) {
        return new Examination(context, only, layers, new Console(page, out.look()), false);
    }

    /**
     * Plans, and unless that is all that is wanted, runs.
     *
     * @return empty after a dry run
     * @throws UserError when the system cannot be reached
     */
    Optional<Run> of(Sut sut, boolean dry) {
        LiveLine line = new LiveLine(out, live);
        Optional<TerminalOperator> operator =
                needsPerson(sut) ? Optional.of(TerminalOperator.here(out, line)) : Optional.empty();
        try {
            return examine(sut, dry, line, operator.map(person -> person));
        } finally {
            line.clear();
            operator.ifPresent(TerminalOperator::close);
        }
    }

    private Optional<Run> examine(Sut sut, boolean dry, LiveLine line, Optional<Operator> operator) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        RunRequest request = new RunRequest(
                sut, only, layers, new SutTriggers(sut.triggers(), id, operator), new RunProgress(out, line));
        try (ConformanceRun run = ConformanceRun.of(request)) {
            out.hanging(
                    "",
                    "Examining the " + sut.role().spelling() + " at " + sut.versionsUrl() + " as "
                            + sut.tester().party() + ".");
            Plan plan = run.plan();
            new PlanText(out).print(plan);
            out.line();
            return dry ? Optional.empty() : Optional.of(run.execute());
        } catch (CannotRun cannot) {
            throw new UserError(
                    String.valueOf(cannot.getMessage()).replaceFirst("[.?]?$", "."),
                    "Nothing was examined. 'roamlab conformance check-sut --connect' tries this part alone.");
        }
    }

    private boolean needsPerson(Sut sut) {
        return context.environment().terminals().interactive()
                && sut.triggers().byName().values().stream()
                        .anyMatch(way -> way.prompt().isPresent());
    }
}
