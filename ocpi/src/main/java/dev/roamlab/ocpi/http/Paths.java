package dev.roamlab.ocpi.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Splits request paths; a slash at the end makes no difference. */
final class Paths {
    private Paths() {}

    /**
     * The decoded segments below a base path.
     *
     * @throws OcpiException when a segment is not properly escaped (HTTP 400)
     */
    static List<String> below(String base, String path) {
        String rest = path.startsWith(base) ? path.substring(base.length()) : path;
        return Arrays.stream(rest.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Paths::decoded)
                .toList();
    }

    private static String decoded(String segment) {
        try {
            // URLDecoder is made for forms, where "+" means a blank; in a path it means itself.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw OcpiException.badRequest("the URL is not properly escaped");
        }
    }
}
