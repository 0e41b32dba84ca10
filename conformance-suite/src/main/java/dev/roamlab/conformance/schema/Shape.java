package dev.roamlab.conformance.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said about one place in an object, references followed. Built by {@link ShapeCompiler}, from then on only read. */
final class Shape {
    /** Ids of the rules that any value here is judged by. */
    final Set<String> judging = new LinkedHashSet<>();
    /** Ids of rules that judge only some values: names and values that nobody lists. */
    final Set<String> sometimes = new LinkedHashSet<>();

    final Map<String, Shape> fields = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    final List<Condition> conditions = new ArrayList<>();
    /** The known values of an OpenEnum by what is left of them without case and marks. */
    final Map<String, String> known = new HashMap<>();

    final Map<String, Later> later = new LinkedHashMap<>();

    @Nullable Shape items;

    @Nullable Rule near;

    @Nullable Rule unlisted;

    @Nullable Unique unique;

    /** A rule over several fields, and when it has something to judge. */
    record Condition(Rule rule, JsonNode schema) {}

    /** No two elements are equal in these fields. */
    record Unique(Rule rule, List<String> fields) {}

    /** The field is later than another one. */
    record Later(Rule rule, String earlier) {}

    /** Every id below and including this place. */
    void collect(Set<String> ids) {
        ids.addAll(judging);
        ids.addAll(sometimes);
        conditions.forEach(condition -> ids.addAll(condition.rule().ids()));
        fields.values().forEach(field -> field.collect(ids));
        if (items != null) {
            items.collect(ids);
        }
    }
}
