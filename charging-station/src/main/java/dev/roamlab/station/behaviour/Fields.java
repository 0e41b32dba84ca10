package dev.roamlab.station.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.station.behaviour.InvalidBehaviour.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the members of one object of a behaviour file, and notes what is wrong with them. */
final class Fields {
    private final JsonNode object;
    private final String path;
    private final Map<String, Integer> lines;
    private final List<Problem> problems;
    private final Set<String> known = new TreeSet<>();

    Fields(JsonNode object, String path, Map<String, Integer> lines, List<Problem> problems) {
        this.object = object;
        this.path = path;
        this.lines = lines;
        this.problems = problems;
        if (!object.isObject()) {
            complain(path, "must be an object with named fields");
        }
    }

    String text(String name) {
        JsonNode value = value(name);
        if (value.isMissingNode()) {
            complain(path, "'" + name + "' is missing");
        }
        return value.asText();
    }

    Span span(String name, String usual) {
        return read(name, Span.GRAMMAR, Span::parse).orElseGet(() -> Span.parse(usual));
    }

    Optional<Span> span(String name) {
        return read(name, Span.GRAMMAR, Span::parse);
    }

    Optional<TimeOfDay> timeOfDay(String name) {
        return read(name, TimeOfDay.GRAMMAR, TimeOfDay::parse);
    }

    ZoneId zone(String name, String usual) {
        return read(name, "a time zone such as Europe/Amsterdam", Fields::zone).orElseGet(() -> ZoneId.of(usual));
    }

    int percent(String name, int usual) {
        return whole(name, 0, 100).orElse(usual);
    }

    Optional<Integer> whole(String name, int least, int most) {
        JsonNode value = value(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            complain(at(name), value + ", must be a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    boolean flag(String name, boolean usual) {
        JsonNode value = value(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            complain(at(name), value + ", must be true or false");
        }
        return value.isBoolean() ? value.booleanValue() : usual;
    }

    List<String> texts(String name, Set<String> allowed) {
        List<String> all = new ArrayList<>();
        JsonNode value = value(name);
        if (!value.isMissingNode() && !value.isArray()) {
            complain(at(name), value + ", must be a list");
        }
        for (int i = 0; i < value.size(); i++) {
            String text = value.path(i).asText();
            if (!allowed.contains(text)) {
                complain(at(name) + "/" + i, "'" + text + "' is none of " + String.join(", ", new TreeSet<>(allowed)));
            }
            all.add(text);
        }
        return all;
    }

    /** The members of an object within this one; an empty one where it is left out. */
    Fields within(String name) {
        JsonNode value = value(name);
        return new Fields(
                value.isMissingNode()
                        ? com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode()
                        : value,
                at(name),
                lines,
                problems);
    }

    boolean has(String name) {
        return !value(name).isMissingNode();
    }

    /** Notes members that nobody asked for. */
    void end() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                complain(at(name), "no such field here; there are " + String.join(", ", known));
            }
        }
    }

    void complain(String where, String rule) {
        problems.add(new Problem(lines.getOrDefault(where, lines.getOrDefault(path, 0)), where, rule));
    }

    String at(String name) {
        return path + "/" + name;
    }

    private JsonNode value(String name) {
        known.add(name);
        return object.path(name);
    }

    private <T> Optional<T> read(String name, String grammar, Function<String, T> parser) {
        JsonNode value = value(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            complain(at(name), value + " is no " + grammar);
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(value.textValue()));
        } catch (IllegalArgumentException wrong) {
            complain(at(name), String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("'" + text + "' is no time zone such as Europe/Amsterdam", unknown);
        }
    }
}
