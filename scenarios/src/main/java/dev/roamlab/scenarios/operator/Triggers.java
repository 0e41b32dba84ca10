package dev.roamlab.scenarios.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Json;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of an operator, by name. */
final class Triggers {
    private final Map<String, Trigger> byName = new LinkedHashMap<>();

    /** Does what a trigger says; the result is what is good to know afterwards. */
    interface Deed {
        Future<ObjectNode> by(Params params);
    }

    /**
     * One trigger.
     *
     * @param params as one writes them: {@code location_id, name?}
     */
    record Trigger(String name, String params, String says, boolean supported, Deed deed) {}

    /** Adds one that our nodes can do. */
    Triggers can(String name, String params, String says, Deed deed) {
        byName.put(name, new Trigger(name, params, says, true, deed));
        return this;
    }

    /** Adds one that our nodes cannot do. */
    Triggers cannot(String name, String reason) {
        byName.put(name, new Trigger(name, "", reason, false, params -> Future.failedFuture(Refusal.cannot(reason))));
        return this;
    }

    Optional<Trigger> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<Trigger> all() {
        return List.copyOf(byName.values());
    }

    /** A deed after which there is nothing to know. */
    static ObjectNode nothing() {
        return Json.object();
    }

    /** One fact. */
    static ObjectNode fact(String name, String value) {
        return Json.object().put(name, value);
    }
}
