package dev.roamlab.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Findings for machines: {@code {"format": 1, "result": "ok|warn|fail", "checks": [{"check", "level", "found", "mend"?}]}}.
 */
public final class CheckupJson {
    private CheckupJson() {}

    /** Renders findings; the result is the worst of them. */
    public static String of(List<Finding> findings) {
        ObjectNode json = Json.object();
        json.put("format", 1);
        json.put(
                "result",
                findings.stream()
                        .map(Finding::level)
                        .max(Comparator.naturalOrder())
                        .map(CheckupJson::word)
                        .orElse("ok"));
        ArrayNode checks = json.putArray("checks");
        for (Finding finding : findings) {
            ObjectNode check = checks.addObject();
            check.put("check", finding.check());
            check.put("level", word(finding.level()));
            check.put("found", finding.found());
            finding.mend().ifPresent(mend -> check.put("mend", mend));
        }
        return json.toPrettyString();
    }

    private static String word(Finding.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
