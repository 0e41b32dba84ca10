package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.schema.Shape.Later;
import dev.roamlab.conformance.schema.Shape.Unique;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One way through an object beside its shape: what there is to judge, and the rules that JSON Schema has no keyword for. */
final class Walk {
    private static final String NOT_AVAILABLE = "#NA";

    private final RuleIds ids;
    private final Set<String> exercised = new LinkedHashSet<>();
    private final List<SchemaFinding> findings = new ArrayList<>();
    private final List<FieldHint> hints = new ArrayList<>();

    Walk(RuleIds ids) {
        this.ids = ids;
    }

    Set<String> exercised() {
        return exercised;
    }

    List<SchemaFinding> findings() {
        return findings;
    }

    List<FieldHint> hints() {
        return hints;
    }

    void visit(Shape shape, JsonNode value, Place place) {
        exercised.addAll(shape.judging);
        if (value.isObject()) {
            object(shape, value, place);
        } else if (value.isArray()) {
            list(shape, value, place);
        } else if (value.isTextual() && shape.near != null) {
            openEnum(shape, value.textValue(), place);
        }
        shape.conditions.forEach(condition -> {
            if (Applies.to(value, condition.schema())) {
                exercised.addAll(condition.rule().ids());
            }
        });
    }

    private void object(Shape shape, JsonNode object, Place place) {
        object.properties().forEach(entry -> {
            Shape field = shape.fields.get(entry.getKey());
            if (field != null) {
                notAvailable(shape, entry.getKey(), entry.getValue(), place);
                visit(field, entry.getValue(), place.to(entry.getKey()));
            } else if (!shape.fields.isEmpty()) {
                unknown(shape, entry.getKey(), object, place);
            }
        });
        shape.later.forEach((field, later) -> later(object, field, later, place));
    }

    private void notAvailable(Shape shape, String field, JsonNode value, Place place) {
        if (value.isTextual() && value.textValue().equals(NOT_AVAILABLE)) {
            List<String> proves = ids.everywhere("notAvailable");
            exercised.addAll(proves);
            if (!shape.required.contains(field)) {
                Rule rule = new Rule(proves, false, "#NA stands in required fields only");
                findings.add(rule.brokenAt(place.to(field).toString(), Words.value(value)));
            }
        }
    }

    private void unknown(Shape shape, String name, JsonNode object, Place place) {
        Optional<String> same = FieldNames.sameBut(name, shape.fields.keySet());
        List<String> absent = shape.fields.keySet().stream()
                .filter(field -> !object.has(field))
                .toList();
        String pointer = place.to(name).toString();
        same.or(() -> FieldNames.nearest(name, absent)).ifPresent(meant -> hints.add(new FieldHint(pointer, meant)));
        if (same.isPresent()) {
            Rule rule = new Rule(ids.everywhere("names"), false, "the field is written " + same.get());
            findings.add(rule.brokenAt(pointer, name));
        } else if (!FieldNames.isSnakeCase(name)) {
            Rule rule = new Rule(ids.everywhere("names"), true, "names of fields are lower case with underscores");
            findings.add(rule.brokenAt(pointer, name));
        }
    }

    private void later(JsonNode object, String field, Later later, Place place) {
        Optional<LocalDateTime> after = Moments.read(object.path(field).asText());
        Optional<LocalDateTime> before =
                Moments.read(object.path(later.earlier()).asText());
        if (after.isPresent() && before.isPresent()) {
            exercised.addAll(later.rule().ids());
            if (!after.get().isAfter(before.get())) {
                findings.add(later.rule().brokenAt(place.to(field).toString(), Words.value(object.path(field))));
            }
        }
    }

    private void list(Shape shape, JsonNode list, Place place) {
        Set<List<String>> seen = new HashSet<>();
        for (int index = 0; index < list.size(); index++) {
            JsonNode element = list.get(index);
            if (shape.items != null) {
                visit(shape.items, element, place.to(index));
            }
            Unique unique = shape.unique;
            if (unique != null && element.isObject() && !seen.add(key(unique, element))) {
                String last = unique.fields().get(unique.fields().size() - 1);
                findings.add(
                        unique.rule().brokenAt(place.to(index).to(last).toString(), Words.value(element.path(last))));
            }
        }
    }

    private static List<String> key(Unique unique, JsonNode element) {
        return unique.fields().stream()
                .map(field -> element.path(field).asText().toLowerCase(Locale.ROOT))
                .toList();
    }

    private void openEnum(Shape shape, String value, Place place) {
        Rule near = shape.near;
        Rule unlisted = shape.unlisted;
        if (near == null || unlisted == null || shape.known.containsValue(value)) {
            return;
        }
        String meant = shape.known.get(FieldNames.bare(value));
        if (meant != null) {
            Rule rule = new Rule(near.ids(), near.warns(), "written " + meant);
            findings.add(rule.brokenAt(place.toString(), value));
            return;
        }
        exercised.addAll(unlisted.ids());
        if (value.toLowerCase(Locale.ROOT).matches("(x[-_]|custom).*")) {
            findings.add(unlisted.brokenAt(place.toString(), value));
        }
    }
}
