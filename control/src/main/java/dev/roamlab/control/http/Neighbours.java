package dev.roamlab.control.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps pages of other sites from using an API that has no key: a browser on this machine would carry their requests here.
 * A page's own origin is told by the browser, and a name that was made to point here is not one of the machine's.
 */
final class Neighbours {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Neighbours() {}

    /** @throws Refused with 403 */
    static void check(HttpServerRequest request, boolean keysRequired) {
        String host = request.authority() == null ? "" : request.authority().host();
        if (!keysRequired && !isThisMachine(host)) {
            throw Refused.with(
                    403, "the API has no key and answers only to this machine's own names, not to '" + host + "'");
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !sameOrigin(origin, request)) {
            throw Refused.with(403, "pages from " + origin + " may not use this API");
        }
    }

    private static boolean isThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return THIS_MACHINE.contains(name) || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static boolean sameOrigin(String origin, HttpServerRequest request) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(String.valueOf(request.getHeader("Host")));
        } catch (IllegalArgumentException noOrigin) {
            return false;
        }
    }
}
