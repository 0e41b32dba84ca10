package dev.roamlab.ocpi.operations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows an endpoint's URL: fixed segments and named ones, such as {@code /{token_uid}/authorize}. */
public record PathTemplate(List<String> segments) {
    public PathTemplate {
        segments = List.copyOf(segments);
    }

    /** Reads a template; the empty text stands for the endpoint itself. */
    public static PathTemplate parse(String template) {
        return new PathTemplate(
                Arrays.stream(template.split("/")).filter(s -> !s.isEmpty()).toList());
    }

    /** The named segments' values when the path has this form. */
    public Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (isNamed(segment)) {
                values.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /**
     * The path with values filled in, each escaped.
     *
     * @throws IllegalArgumentException when a named segment has no value
     */
    public String expand(Map<String, String> values) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            path.append('/').append(isNamed(segment) ? escaped(segment, values) : segment);
        }
        return path.toString();
    }

    private static String escaped(String segment, Map<String, String> values) {
        String name = segment.substring(1, segment.length() - 1);
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for {" + name + "}");
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isNamed(String segment) {
        return segment.startsWith("{");
    }
}
