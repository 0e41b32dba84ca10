package dev.roamlab.ocpi.http;

import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.PathTemplate;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpi.versions.Endpoint;
import dev.roamlab.ocpi.versions.InterfaceRole;
import dev.roamlab.ocpi.versions.ModuleId;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations that a node serves: found by method and path, and the source of its version details. */
final class Served {
    private final Map<String, List<Route<?, ?>>> byModule = new LinkedHashMap<>();

    <B extends Record, R extends Record> void add(Operation<B, R> operation, dev.roamlab.ocpi.http.Endpoint<B, R> by) {
        byModule.computeIfAbsent(operation.module().value(), module -> new ArrayList<>())
                .add(new Route<>(operation, by));
    }

    /**
     * The route of a request.
     *
     * @throws OcpiException when nothing is there (HTTP 404), or not with this method (HTTP 405)
     */
    Match find(HttpMethod method, String module, List<String> path) {
        List<Route<?, ?>> routes = byModule.getOrDefault(module, List.of());
        Set<HttpMethod> allowed = new LinkedHashSet<>();
        for (Route<?, ?> route : routes) {
            PathTemplate template = route.operation().path();
            Optional<Map<String, String>> values = template.match(path);
            if (values.isPresent()) {
                if (route.operation().method().equals(method)) {
                    return new Match(route, values.get());
                }
                allowed.add(route.operation().method());
            }
        }
        if (allowed.isEmpty()) {
            throw OcpiException.notFound("nothing is served at " + module + "/" + String.join("/", path));
        }
        List<String> names = allowed.stream().map(HttpMethod::name).toList();
        throw OcpiException.methodNotAllowed(
                method + " is not offered here; " + String.join(", ", names) + " is", names);
    }

    /** All of them, module by module. */
    List<Operation<?, ?>> operations() {
        List<Operation<?, ?>> all = new ArrayList<>();
        byModule.values().forEach(routes -> routes.forEach(route -> all.add(route.operation())));
        return all;
    }

    /** What the version details list: one endpoint for each interface of each module. */
    List<Endpoint> endpoints(String versionUrl) {
        Set<Endpoint> endpoints = new LinkedHashSet<>();
        byModule.values()
                .forEach(routes -> routes.forEach(route -> {
                    ModuleId module = route.operation().module();
                    // The role of credentials means nothing; SENDER is the advised value.
                    InterfaceRole side = module.equals(ModuleId.CREDENTIALS)
                            ? InterfaceRole.SENDER
                            : route.operation().side();
                    endpoints.add(new Endpoint(module, side, new Url(versionUrl + "/" + module.value())));
                }));
        return List.copyOf(endpoints);
    }

    record Route<B extends Record, R extends Record>(
            Operation<B, R> operation, dev.roamlab.ocpi.http.Endpoint<B, R> endpoint) {}

    record Match(Route<?, ?> route, Map<String, String> values) {}
}
