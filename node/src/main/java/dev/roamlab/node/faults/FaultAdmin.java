package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Json;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * {@code GET}, {@code PUT} and {@code DELETE} of {@code /admin/faults} and {@code /admin/faults/NAME}: what a node does wrong,
 * switched while it runs.
 *
 * <p>It has no password, so only this machine is answered. That alone would not do behind a proxy, which makes every caller a
 * local one: hence it is there only when the node was started with it.
 */
public final class FaultAdmin {
    private static final String PATH = "/admin/faults";

    private final String node;
    private final FaultSwitch faults;

    /** @param node {@code cpo} or {@code emsp} */
    public FaultAdmin(String node, FaultSwitch faults) {
        this.node = node;
        this.faults = faults;
    }

    /** Puts the routes on a router. */
    public void mount(Router router) {
        router.route(PATH + "*").handler(FaultAdmin::admit);
        router.get(PATH).handler(this::list);
        router.delete(PATH).handler(this::clear);
        router.get(PATH + "/:name").handler(this::show);
        router.put(PATH + "/:name").handler(this::set);
        router.delete(PATH + "/:name").handler(this::remove);
    }

    private static void admit(RoutingContext context) {
        if (isLocal(context.request().remoteAddress())) {
            context.next();
        } else {
            refuse(context, 403, PATH + " is for callers on the node's own machine");
        }
    }

    static boolean isLocal(SocketAddress caller) {
        try {
            // An address in digits: nothing is looked up.
            return caller.isInetSocket()
                    && caller.hostAddress() != null
                    && InetAddress.getByName(caller.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException odd) {
            return false;
        }
    }

    private void list(RoutingContext context) {
        ArrayNode active = Json.array();
        faults.active().forEach(fault -> active.add(described(fault)));
        ObjectNode answer = Json.object().put("node", node);
        answer.set("active", active);
        respond(context, 200, answer);
    }

    private void clear(RoutingContext context) {
        faults.clear();
        list(context);
    }

    private void show(RoutingContext context) {
        known(context).ifPresent(fault -> respond(context, 200, described(fault)));
    }

    private void set(RoutingContext context) {
        known(context).ifPresent(fault -> {
            if (fault.culprit().fits(node)) {
                faults.set(fault);
                respond(context, 200, described(fault));
            } else {
                refuse(
                        context,
                        409,
                        fault.name() + " is a fault of the " + fault.culprit() + ", this node is the " + node);
            }
        });
    }

    private void remove(RoutingContext context) {
        known(context).ifPresent(fault -> {
            ObjectNode last = described(fault);
            faults.clear(fault.name());
            respond(context, 200, last.put("active", false));
        });
    }

    private static Optional<Fault> known(RoutingContext context) {
        String name = context.pathParam("name");
        Optional<Fault> fault = Faults.find(name);
        if (fault.isEmpty()) {
            refuse(context, 404, Faults.unknown(name));
        }
        return fault;
    }

    private ObjectNode described(Fault fault) {
        ArrayNode requirements = Json.array();
        fault.requirements().forEach(requirements::add);
        ObjectNode described = Json.object()
                .put("name", fault.name())
                .put("title", fault.title())
                .put("active", faults.active().contains(fault))
                .put("times_applied", faults.timesApplied(fault.name()));
        described.set("requirements", requirements);
        return described;
    }

    private static void refuse(RoutingContext context, int status, String message) {
        respond(context, status, Json.object().put("error", message));
    }

    private static void respond(RoutingContext context, int status, ObjectNode body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Json.write(body));
    }
}
