package dev.roamlab.control.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fixed and named segments, such as {@code /chargers/{chargePointId}/unplug}. */
public record Path(List<String> segments) {
    public Path {
        segments = List.copyOf(segments);
    }

    static Path parse(String template) {
        return new Path(
                Arrays.stream(template.split("/")).filter(s -> !s.isEmpty()).toList());
    }

    /** The named segments, in their order. */
    List<String> names() {
        return segments.stream().filter(Path::isNamed).map(Path::name).toList();
    }

    /** The values of the named segments when a path has this form. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (isNamed(segment)) {
                values.put(name(segment), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /**
     * The segments of a raw path, unescaped.
     *
     * @throws Refused with 400 when an escape is none
     */
    static List<String> segmentsOf(String raw) {
        List<String> segments = new ArrayList<>();
        for (String segment : raw.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(Escapes.undone(segment, false)
                        .orElseThrow(() -> Refused.badRequest("the path is not properly escaped")));
            }
        }
        return segments;
    }

    private static boolean isNamed(String segment) {
        return segment.startsWith("{");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - 1);
    }

    @Override
    public String toString() {
        return segments.isEmpty() ? "/" : "/" + String.join("/", segments);
    }
}
