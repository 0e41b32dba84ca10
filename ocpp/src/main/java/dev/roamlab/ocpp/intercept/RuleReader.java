package dev.roamlab.ocpp.intercept;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpp.intercept.Treatment.Change;
import dev.roamlab.ocpp.link.FrameTap.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads rules from JSON, strictly. A rule has an {@code id}, what it is about ({@code station}, {@code way}: {@code to-csms} or
 * {@code to-station}, {@code kind}: a list of {@code call}, {@code result}, {@code error}, {@code other}, {@code action},
 * {@code percent}, {@code times}), and one thing to do: {@code hold: true}, {@code delayMs} (a number, or {@code {from, to}}),
 * {@code drop: true}, {@code duplicate} (copies), {@code edit} (a list of {@code {at, to}} or {@code {at, remove: true}}),
 * {@code replace} (a text).
 */
public final class RuleReader {
    private static final Set<String> DEEDS = Set.of("hold", "delayMs", "drop", "duplicate", "edit", "replace");
    private static final Set<String> ABOUT = Set.of("id", "station", "way", "kind", "action", "percent", "times");
    private static final long LONGEST_DELAY_MS = 86_400_000;

    private RuleReader() {}

    /**
     * Reads a list of rules.
     *
     * @throws IllegalArgumentException naming path, rule and value
     */
    public static List<InterceptRule> rules(JsonNode json) {
        if (!json.isArray()) {
            throw wrong("$", json, "must be a list of rules");
        }
        List<InterceptRule> rules = new ArrayList<>();
        for (JsonNode rule : json) {
            rules.add(rule(rule, "$[" + rules.size() + "]"));
        }
        return rules;
    }

    /**
     * Reads one rule.
     *
     * @param path what to call it in errors
     * @throws IllegalArgumentException naming path, rule and value
     */
    public static InterceptRule rule(JsonNode json, String path) {
        refuseUnknown(json, path);
        try {
            return new InterceptRule(
                    text(json, path, "id").orElseThrow(() -> new IllegalArgumentException("id: missing, required")),
                    text(json, path, "station").orElse("*"),
                    text(json, path, "way").map(way -> constant(Way.class, way, path + ".way")),
                    kinds(json.path("kind"), path + ".kind"),
                    text(json, path, "action").orElse("*"),
                    json.has("percent") ? number(json.get("percent"), path + ".percent") : 100,
                    json.has("times")
                            ? OptionalInt.of((int) whole(json.get("times"), path + ".times", 1_000_000_000))
                            : OptionalInt.empty(),
                    treatment(json, path));
        } catch (IllegalArgumentException refused) {
            String why = String.valueOf(refused.getMessage());
            throw why.startsWith("$") ? refused : new IllegalArgumentException(path + "." + why, refused);
        }
    }

    private static void refuseUnknown(JsonNode json, String path) {
        if (!json.isObject()) {
            throw wrong(path, json, "must be an object");
        }
        Set<String> deeds = new TreeSet<>();
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (DEEDS.contains(name)) {
                deeds.add(name);
            } else if (!ABOUT.contains(name)) {
                throw new IllegalArgumentException(path + "." + name + ": no such field, there are "
                        + String.join(", ", new TreeSet<>(ABOUT)) + " and " + String.join(", ", new TreeSet<>(DEEDS)));
            }
        }
        if (deeds.size() != 1) {
            throw new IllegalArgumentException(path + ": " + (deeds.isEmpty() ? "nothing to do" : deeds)
                    + ", must have exactly one of " + String.join(", ", new TreeSet<>(DEEDS)));
        }
    }

    private static Treatment treatment(JsonNode json, String path) {
        if (json.has("hold")) {
            return yes(json.get("hold"), path + ".hold", new Treatment.Hold());
        } else if (json.has("drop")) {
            return yes(json.get("drop"), path + ".drop", new Treatment.Drop());
        } else if (json.has("duplicate")) {
            return new Treatment.Duplicate((int) whole(json.get("duplicate"), path + ".duplicate", 100));
        } else if (json.has("edit")) {
            return new Treatment.Edit(changes(json.get("edit"), path + ".edit"));
        } else if (json.has("replace")) {
            return new Treatment.Replace(text(json, path, "replace").orElseThrow());
        }
        return delay(json.get("delayMs"), path + ".delayMs");
    }

    private static Treatment delay(JsonNode json, String path) {
        if (json.isObject()) {
            return new Treatment.Delay(
                    millis(json.path("from"), path + ".from"), millis(json.path("to"), path + ".to"));
        }
        Duration fixed = millis(json, path);
        return new Treatment.Delay(fixed, fixed);
    }

    private static List<Change> changes(JsonNode json, String path) {
        if (!json.isArray()) {
            throw wrong(path, json, "must be a list of changes");
        }
        List<Change> changes = new ArrayList<>();
        for (JsonNode change : json) {
            String place = path + "[" + changes.size() + "]";
            String at = text(change, place, "at").orElse("");
            boolean removes = change.path("remove").asBoolean(false);
            if (!isPointer(at)) {
                throw wrong(place + ".at", change.path("at"), "must be a JSON pointer like /idTag");
            }
            if (removes == change.has("to")) {
                throw new IllegalArgumentException(place + ": must have either 'to' or 'remove: true'");
            }
            changes.add(new Change(at, removes ? Optional.empty() : Optional.of(change.get("to"))));
        }
        return changes;
    }

    private static boolean isPointer(String at) {
        try {
            return at.startsWith("/") && !JsonPointer.compile(at).matches();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static List<FrameKind> kinds(JsonNode json, String path) {
        List<FrameKind> kinds = new ArrayList<>();
        if (json.isTextual()) {
            kinds.add(constant(FrameKind.class, json.textValue(), path));
        } else if (json.isArray()) {
            json.forEach(kind -> kinds.add(constant(FrameKind.class, kind.asText(), path)));
        } else if (!json.isMissingNode()) {
            throw wrong(path, json, "must be a kind or a list of kinds");
        }
        return kinds;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text, String path) {
        for (E constant : type.getEnumConstants()) {
            if (spelled(constant).equals(text)) {
                return constant;
            }
        }
        List<String> all = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            all.add(spelled(constant));
        }
        throw new IllegalArgumentException(path + ": '" + text + "', must be one of " + String.join(", ", all));
    }

    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<String> text(JsonNode json, String path, String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(path + "." + field, value, "must be a text");
        }
        return Optional.of(value.textValue());
    }

    private static Treatment yes(JsonNode json, String path, Treatment treatment) {
        if (!json.isBoolean() || !json.booleanValue()) {
            throw wrong(path, json, "must be true");
        }
        return treatment;
    }

    private static Duration millis(JsonNode json, String path) {
        return Duration.ofMillis(whole(json, path, LONGEST_DELAY_MS));
    }

    private static long whole(JsonNode json, String path, long most) {
        if (!json.isIntegralNumber() || !json.canConvertToLong() || json.longValue() < 0 || json.longValue() > most) {
            throw wrong(path, json, "must be a whole number from 0 to " + most);
        }
        return json.longValue();
    }

    private static double number(JsonNode json, String path) {
        if (!json.isNumber()) {
            throw wrong(path, json, "must be a number");
        }
        return json.doubleValue();
    }

    private static IllegalArgumentException wrong(String path, JsonNode value, String rule) {
        String text = value.isMissingNode() ? "missing" : value.toString();
        return new IllegalArgumentException(
                path + ": " + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + ", " + rule);
    }
}
