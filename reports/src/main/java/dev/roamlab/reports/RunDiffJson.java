package dev.roamlab.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.reports.RunDiff.Change;

/** A comparison for programs. */
final class RunDiffJson {
    private static final int FORMAT = 1;

    private RunDiffJson() {}

    static String render(RunDiff diff) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        root.put("before", diff.before()).put("after", diff.after());
        ObjectNode summary = root.putObject("summary");
        diff.summary().forEach((direction, count) -> summary.put(direction.spelling(), count));
        summary.put("same", diff.same());
        ArrayNode changes = root.putArray("changes");
        diff.changes().forEach(change -> changes.add(change(change)));
        return ResultsJson.text(root);
    }

    private static ObjectNode change(Change change) {
        Result shown = change.to().or(change::from).orElseThrow();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", change.name())
                .put("version", change.version())
                .put("title", shown.title())
                .put("change", change.direction().spelling());
        change.from().ifPresent(from -> node.put("from", from.verdict().spelling()));
        change.to().ifPresent(to -> node.put("to", to.verdict().spelling()));
        change.from().ifPresent(from -> node.put("from_known", isKnown(from)));
        change.to().ifPresent(to -> node.put("to_known", isKnown(to)));
        return node.put("message", shown.reason());
    }

    private static boolean isKnown(Result result) {
        return result instanceof RequirementResult of && of.isExpectedFailure();
    }
}
