package dev.roamlab.conformance.yaml;

import dev.roamlab.conformance.yaml.YamlNode.Entry;
import dev.roamlab.conformance.yaml.YamlNode.Items;
import dev.roamlab.conformance.yaml.YamlNode.Mapping;
import dev.roamlab.conformance.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of one mapping. What is wrong is noted and reads as absent, so that reading goes on to the next mistake.
 */
public final class Fields {
    private final Problems problems;
    private final int line;
    private final String path;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Fields(Problems problems, int line, String path) {
        this.problems = problems;
        this.line = line;
        this.path = path;
    }

    /** The fields of a node that must be a mapping with no other keys than these; an empty node has none. */
    public static Fields of(YamlNode node, String path, Set<String> known, Problems problems) {
        Fields fields = new Fields(problems, node.line(), path);
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> fields.take(entry, known));
        } else if (!isNothing(node)) {
            problems.add(node.line(), path, "must be a mapping (key: value)");
        }
        return fields;
    }

    private void take(Entry entry, Set<String> known) {
        if (!known.isEmpty() && !known.contains(entry.key())) {
            problems.add(
                    entry.line(),
                    at(entry.key()),
                    "unknown field" + Meant.by(entry.key(), known) + " (known here: " + String.join(", ", known) + ")");
            return;
        }
        Entry earlier = entries.putIfAbsent(entry.key(), entry);
        if (earlier != null) {
            problems.add(entry.line(), at(entry.key()), "stands twice, first in line " + earlier.line());
        }
    }

    /** The keys that are there, in their order. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** Whether a value is written down, right or wrong. */
    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** The line of a field, or of the mapping when it is not there. */
    public int line(String key) {
        Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    /** The text of a field. */
    public Optional<String> text(String key) {
        return node(key).flatMap(node -> scalar(node, at(key)));
    }

    /** The text of a field that must be there; the hint says what to write. */
    public Optional<String> required(String key, String hint) {
        // A value that a missing variable left empty has been complained about already.
        if (!has(key) && !problems.concern(at(key))) {
            problems.add(line(key), at(key), "is missing; " + hint);
        }
        return text(key);
    }

    /**
     * A field, read by a function that throws {@link IllegalArgumentException} with the rule for what it does not take.
     */
    public <T> Optional<T> value(String key, Function<String, T> reader) {
        return text(key).flatMap(text -> converted(text, line(key), at(key), reader));
    }

    /** A list of values, read likewise; a single value stands for a list of one. */
    public <T> List<T> values(String key, Function<String, T> reader) {
        List<T> values = new ArrayList<>();
        for (YamlNode item : items(key)) {
            scalar(item, at(key))
                    .flatMap(text -> converted(text, item.line(), at(key), reader))
                    .ifPresent(values::add);
        }
        return values;
    }

    /** The items of a list; a single value stands for a list of one. */
    public List<YamlNode> items(String key) {
        return node(key)
                .map(node -> node instanceof Items items ? items.nodes() : List.of(node))
                .orElse(List.of());
    }

    /** A mapping below this one; without fields when it is not there. */
    public Fields below(String key, Set<String> known) {
        return node(key)
                .map(node -> of(node, at(key), known, problems))
                .orElseGet(() -> new Fields(problems, line, at(key)));
    }

    /** Notes that a field is wrong. */
    public void refuse(String key, String message) {
        problems.add(line(key), at(key), message);
    }

    /** The path to a field, for messages. */
    public String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Optional<YamlNode> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(node -> !isNothing(node));
    }

    private Optional<String> scalar(YamlNode node, String field) {
        if (node instanceof Scalar scalar) {
            return Optional.of(scalar.text().strip());
        }
        problems.add(node.line(), field, "must be a single value");
        return Optional.empty();
    }

    private <T> Optional<T> converted(String text, int at, String field, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException refused) {
            problems.add(at, field, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof Scalar scalar && scalar.text().isBlank();
    }
}
