package dev.roamlab.cli.conformance;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.reports.RequirementResult;
import dev.roamlab.reports.Verdict;

/** How a verdict looks in a line. */
final class Marks {
    private Marks() {}

    /** One sign, in colour where there is colour. */
    static String of(Verdict verdict, Console out) {
        return switch (verdict) {
            case PASSED -> out.paint(Style.GREEN, "✓");
            case FAILED -> out.paint(Style.RED, "✗");
            case WARNED -> out.paint(Style.YELLOW, "⚠");
            case ERROR, BROKEN -> out.paint(Style.MAGENTA, "!");
            case INCONCLUSIVE -> out.paint(Style.CYAN, "?");
            case SKIPPED, NOT_APPLICABLE, NOT_EXERCISED, NOT_OBSERVABLE -> out.paint(Style.DIM, "·");
        };
    }

    /** The verdict in words; a failure that the baseline announced says so. */
    static String words(RequirementResult result) {
        return result.isExpectedFailure()
                ? "failed, as the baseline says"
                : result.verdict().words();
    }
}
