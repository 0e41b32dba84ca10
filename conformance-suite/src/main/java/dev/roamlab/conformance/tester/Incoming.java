package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.wire.Body;
import dev.roamlab.conformance.wire.Target;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireHeaders;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request of the system under test, complete.
 *
 * @param platform the platform that it was sent to
 * @param uri complete, as the system wrote it
 * @param target what the URL is; empty when it is none that the platform gave away
 * @param query the decoded query parameters; the last one when a name is repeated
 */
public record Incoming(
        Platform platform,
        String method,
        URI uri,
        Optional<Target> target,
        Map<String, String> query,
        WireHeaders headers,
        Body body) {

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = uri.getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }

    /** Whether it is a request with this method on this interface. */
    public boolean is(String wantedMethod, String module, Side side) {
        return method.equals(wantedMethod)
                && target.filter(found -> found.is(module, side)).isPresent();
    }

    /** Whether it is a request with this method on this module, whatever the side. */
    public boolean is(String wantedMethod, String module) {
        return method.equals(wantedMethod) && module().equals(module);
    }

    /** The target's module; empty when there is no target. */
    public String module() {
        return target.map(Target::module).orElse("");
    }

    /** The version of the endpoint. */
    public Optional<SpecVersion> version() {
        return target.flatMap(Target::version);
    }

    /** The path segments behind the endpoint. */
    public List<String> rest() {
        return target.map(Target::rest).orElse(List.of());
    }

    /** The request's JSON; a missing node when there is none. */
    public JsonNode json() {
        return body.json();
    }
}
