package dev.roamlab.node.host;

import dev.roamlab.ocpi.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code GET /health}: whether the node works, and the figures that say how. */
public final class Health {
    private final String name;
    private final Map<String, Supplier<Object>> figures = new LinkedHashMap<>();
    private boolean stopping;

    /** @param name of the node */
    public Health(String name) {
        this.name = name;
    }

    /** Adds a figure: a number, a text, or a list of either. */
    public void show(String figure, Supplier<Object> value) {
        figures.put(figure, value);
    }

    /** From now on the answer is HTTP 503: no new work, please. */
    public void stopping() {
        stopping = true;
    }

    /** Puts the route on a router. */
    public void mount(Router router) {
        router.get("/health").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var health = Json.object().put("status", stopping ? "STOPPING" : "UP").put("node", name);
        figures.forEach((figure, value) -> health.set(figure, Json.MAPPER.valueToTree(value.get())));
        context.response()
                .setStatusCode(stopping ? 503 : 200)
                .putHeader("Content-Type", "application/json")
                .end(Json.write(health));
    }
}
