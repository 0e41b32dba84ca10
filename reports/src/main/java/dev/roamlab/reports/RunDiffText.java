package dev.roamlab.reports;

import dev.roamlab.reports.RunDiff.Change;
import dev.roamlab.reports.RunDiff.Direction;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison as lines for a terminal, what is worse first. */
final class RunDiffText {
    private static final List<Direction> ORDER =
            List.of(Direction.BROKEN, Direction.FIXED, Direction.OTHER, Direction.ADDED, Direction.REMOVED);

    private RunDiffText() {}

    static String render(RunDiff diff) {
        StringBuilder text = new StringBuilder("before: %s%nafter:  %s%n".formatted(diff.before(), diff.after()));
        for (Direction direction : ORDER) {
            List<Change> changes = diff.changes().stream()
                    .filter(change -> change.direction() == direction)
                    .toList();
            if (!changes.isEmpty()) {
                text.append('\n')
                        .append(direction.spelling())
                        .append(" (")
                        .append(changes.size())
                        .append(")\n");
                changes.forEach(change -> text.append(line(change)));
            }
        }
        String summary = diff.summary().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().spelling())
                .collect(Collectors.joining(", "));
        return text.append('\n')
                .append(summary)
                .append(", ")
                .append(diff.same())
                .append(" as before\n")
                .toString()
                .replace("\r\n", "\n");
    }

    private static String line(Change change) {
        Result shown = change.to().or(change::from).orElseThrow();
        String verdicts = change.from().map(Change::state).orElse("new")
                + " → "
                + change.to().map(Change::state).orElse("gone");
        String line = "  %s %s  %s  %s%n".formatted(change.name(), change.version(), verdicts, shown.title());
        return shown.verdict().weight().compareTo(Verdict.Weight.CLEAN) > 0
                        && change.to().isPresent()
                        && !shown.reason().isEmpty()
                ? line + "      " + shown.reason().replaceAll("\\s*\\R\\s*", " ") + "\n"
                : line;
    }
}
