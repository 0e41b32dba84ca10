package dev.roamlab.cli.validate;

import dev.roamlab.cli.terminal.Console;
import dev.roamlab.cli.terminal.Style;
import dev.roamlab.cli.validate.Remark.Weight;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A validation for people. */
public final class ValidationText {
    private static final int MOST_FREQUENT = 10;

    private final Console out;
    private final String version;

    /** Prints to a console. */
    public ValidationText(Console out, String version) {
        this.out = out;
        this.version = version;
    }

    /** Prints the remarks, and what there was in all. */
    public void print(Validation validation) {
        validation.remarks().forEach(this::remark);
        int hidden = validation.total() - validation.remarks().size();
        if (!validation.remarks().isEmpty()) {
            out.line();
        }
        if (hidden > 0) {
            out.line("… and " + number(hidden) + " more; --all shows them. Most frequent:");
            frequent(validation);
            out.line();
        }
        summary(validation);
    }

    private void remark(Remark remark) {
        String mark = switch (remark.weight()) {
            case FINDING -> out.paint(Style.RED, "✗");
            case WARNING -> out.paint(Style.YELLOW, "!");
            case HINT -> out.paint(Style.CYAN, "?");
        };
        String ids = String.join(", ", remark.requirements());
        out.line(mark + " " + (remark.pointer().isEmpty() ? "(whole object)" : remark.pointer())
                + out.paint(Style.DIM, "  line " + remark.line() + (ids.isEmpty() ? "" : "  " + ids)));
        out.paragraph(4, remark.rule() + (remark.value().isEmpty() ? "" : "; it is " + remark.value()));
    }

    private void frequent(Validation validation) {
        List<Map.Entry<String, Integer>> most = validation.byRequirement().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_FREQUENT)
                .toList();
        most.forEach(entry -> out.line(String.format(
                Locale.ROOT,
                "  %8s × %s  %s",
                number(entry.getValue()),
                entry.getKey(),
                validation.title(entry.getKey()))));
    }

    private void summary(Validation validation) {
        String objects = plural(validation.objects(), validation.object() + " object") + " (OCPI " + version + "): ";
        String warnings = plural(validation.count(Weight.WARNING), "warning");
        if (validation.count(Weight.FINDING) == 0) {
            out.line(objects + out.paint(Style.GREEN, "no findings") + ", " + warnings + ".");
        } else {
            out.line(objects + out.paint(Style.RED, plural(validation.count(Weight.FINDING), "finding")) + " in "
                    + number(validation.faulty()) + ", " + warnings + ".");
        }
    }

    private static String plural(int count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
