package dev.roamlab.conformance.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Headers as they crossed the wire: in their order, in their spelling, repeated ones repeated. */
public record WireHeaders(List<Field> fields) {
    /** One header line. */
    public record Field(String name, String value) {}

    /** No headers. */
    public static final WireHeaders NONE = new WireHeaders(List.of());

    public WireHeaders {
        fields = List.copyOf(fields);
    }

    /** From anything that yields name and value in order. */
    public static WireHeaders of(Iterable<Map.Entry<String, String>> entries) {
        List<Field> fields = new ArrayList<>();
        entries.forEach(entry -> fields.add(new Field(entry.getKey(), entry.getValue())));
        return new WireHeaders(fields);
    }

    /** The first value under this name, case ignored. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value under this name, case ignored. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** Whether the header occurs. */
    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** For the report: repeated headers joined by a comma. */
    Map<String, String> joined() {
        Map<String, String> joined = new LinkedHashMap<>();
        fields.forEach(field -> joined.merge(field.name(), field.value(), (a, b) -> a + ", " + b));
        return joined;
    }
}
