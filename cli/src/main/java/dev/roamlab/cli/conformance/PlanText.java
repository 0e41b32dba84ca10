package dev.roamlab.cli.conformance;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.conformance.engine.Plan;
import dev.roamlab.conformance.engine.Plan.Part;
import java.util.Locale;

/** Prints what a run is going to do. */
final class PlanText {
    private final Console out;

    PlanText(Console out) {
        this.out = out;
    }

    void print(Plan plan) {
        out.line(out.paint(Style.BOLD, "Plan")
                + String.format(
                        Locale.ROOT,
                        ": %d checks for %d requirements, about %d s",
                        plan.checks(),
                        plan.requirements(),
                        Math.max(1, plan.estimate().toSeconds())));
        String format = "  %-7s %-16s %-16s %12s %8s %7s %13s";
        out.line(out.paint(
                Style.DIM,
                String.format(
                        Locale.ROOT,
                        format,
                        "version",
                        "module",
                        "interfaces",
                        "requirements",
                        "concern",
                        "checks",
                        "with triggers")));
        for (Part part : plan.parts()) {
            out.line(String.format(
                            Locale.ROOT,
                            format,
                            part.version().spelling(),
                            part.module().spelling(),
                            String.join("+", part.interfaces()).toLowerCase(Locale.ROOT),
                            part.requirements(),
                            part.applicable(),
                            part.checks(),
                            part.driven() == 0 ? "" : part.driven())
                    .stripTrailing());
        }
        if (!plan.unusable().isEmpty()) {
            out.hanging("  ", "Listed by the system, not tested here: " + String.join(", ", plan.unusable()) + ".");
        }
    }
}
