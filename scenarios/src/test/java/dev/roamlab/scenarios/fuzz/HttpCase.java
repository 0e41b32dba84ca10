package dev.roamlab.scenarios.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * One request.
 *
 * @param seed with {@code number} makes the case again
 * @param caller what is known of who sends it
 * @param isCredentials whether it may make the node call the partner that it names
 * @param body one octet per character
 */
record HttpCase(
        long seed,
        long number,
        String node,
        String method,
        String uri,
        List<Entry<String, String>> headers,
        Caller caller,
        boolean isCredentials,
        String body) {
    private static final int SHOWN = 1500;

    /** Who sends it. */
    enum Caller {
        /** Somebody registered, for as long as the storm lasts. */
        KNOWN,
        /** Nobody. */
        UNKNOWN,
        /** Somebody who registers and leaves as the storm goes on. */
        PASSING
    }

    byte[] octets() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the path climbs out of the place where the node serves OCPI. */
    boolean leavesOcpi() {
        return uri.contains("/../") || uri.endsWith("/..") || uri.contains("%2e%2e");
    }

    @Override
    public String toString() {
        String shown = body.length() > SHOWN ? body.substring(0, SHOWN) + "… (" + body.length() + ")" : body;
        return "seed " + seed + ", case " + number + ": " + node + " " + method + " "
                + (uri.length() > SHOWN ? uri.substring(0, SHOWN) + "…" : uri) + "\n"
                + headers.stream()
                        .map(header -> "  " + header.getKey() + ": "
                                + header.getValue()
                                        .substring(
                                                0,
                                                Math.min(100, header.getValue().length())))
                        .collect(Collectors.joining("\n"))
                + "\n  " + new String(shown.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
