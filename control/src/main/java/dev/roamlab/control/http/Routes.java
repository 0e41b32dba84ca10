package dev.roamlab.control.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations that are served, found by method and path. */
final class Routes {
    private final List<Route<?, ?, ?>> routes = new ArrayList<>();

    /** Who serves an operation: either an endpoint or a stream. */
    record Route<Q extends Record, B extends Record, R extends Record>(
            Operation<Q, B, R> operation,
            Optional<Endpoint<Q, B, R>> endpoint,
            Optional<StreamEndpoint<Q, B>> stream) {}

    record Match(Route<?, ?, ?> route, Map<String, String> segments) {}

    void add(Route<?, ?, ?> route) {
        routes.add(route);
    }

    List<Operation<?, ?, ?>> operations() {
        List<Operation<?, ?, ?>> all = new ArrayList<>();
        routes.forEach(route -> all.add(route.operation()));
        return all;
    }

    /** @throws Refused with 404 when nothing is there, with 405 when not by this method */
    Match find(HttpMethod asked, List<String> path) {
        HttpMethod method = asked.equals(HttpMethod.HEAD) ? HttpMethod.GET : asked;
        for (Route<?, ?, ?> route : routes) {
            Optional<Map<String, String>> segments = route.operation().path().match(path);
            if (segments.isPresent() && route.operation().method().equals(method)) {
                return new Match(route, segments.get());
            }
        }
        Set<String> allowed = allowed(path);
        if (allowed.isEmpty()) {
            throw Refused.notFound("nothing is served here; /docs shows what there is");
        }
        String names = String.join(", ", allowed);
        throw Refused.with(405, asked + " is not offered here; " + names + " is", Map.of("Allow", names));
    }

    /** The methods that a path knows. */
    Set<String> allowed(List<String> path) {
        Set<String> methods = routes.stream()
                .filter(route -> route.operation().path().match(path).isPresent())
                .map(route -> route.operation().method().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }
}
