package dev.roamlab.cpo.stations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Json;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code GET /stations?after=ID&limit=N}: the stations in the order of their ids, a page at a time, for the operator. It has no
 * password, so only callers on the node's own machine are answered.
 */
public final class StationsPage {
    private static final String PATH = "/stations";
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1000;

    private final Stations stations;

    /** @param stations to be listed */
    public StationsPage(Stations stations) {
        this.stations = stations;
    }

    /** Puts the route on a router. */
    public void mount(Router router) {
        router.get(PATH).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (!isLocal(context.request().remoteAddress())) {
            respond(context, 403, Json.object().put("error", PATH + " is for callers on the node's own machine"));
            return;
        }
        String after =
                context.queryParams().contains("after") ? context.queryParams().get("after") : "";
        String wanted = context.queryParams().contains("limit")
                ? context.queryParams().get("limit")
                : String.valueOf(USUAL_LIMIT);
        if (!wanted.matches("[1-9]\\d{0,3}") || Integer.parseInt(wanted) > MOST) {
            respond(context, 400, Json.object().put("error", "limit: '" + wanted + "', must be from 1 to " + MOST));
            return;
        }
        respond(context, 200, page(after, Integer.parseInt(wanted)));
    }

    private ObjectNode page(String after, int limit) {
        // One more than is shown tells whether there is a next page.
        List<StationView> found = stations.views(after, limit + 1);
        List<StationView> shown = found.subList(0, Math.min(limit, found.size()));
        ObjectNode page = Json.object();
        ArrayNode list = page.putArray("stations");
        shown.forEach(station -> list.add(shown(station)));
        if (found.size() > limit) {
            String last = URLEncoder.encode(shown.get(limit - 1).id(), StandardCharsets.UTF_8);
            page.put("next", PATH + "?after=" + last + "&limit=" + limit);
        }
        return page;
    }

    private static ObjectNode shown(StationView station) {
        ObjectNode json = Json.object()
                .put("id", station.id())
                .put("connected", station.connected())
                .put("overdue", station.overdue());
        station.gateway().ifPresent(name -> json.put("gateway", name));
        station.lastSeen().ifPresent(at -> json.put("last_seen", DateTimes.format(at)));
        station.vendor().ifPresent(vendor -> json.put("vendor", vendor));
        station.model().ifPresent(model -> json.put("model", model));
        station.serialNumber().ifPresent(number -> json.put("serial_number", number));
        station.firmwareVersion().ifPresent(version -> json.put("firmware_version", version));
        ArrayNode connectors = json.putArray("connectors");
        station.connectors().forEach(report -> {
            ObjectNode connector = connectors
                    .addObject()
                    .put("evse_id", report.evseId())
                    .put("connector_id", report.connectorId())
                    .put("status", report.status().name());
            report.error().ifPresent(error -> connector.put("error", error));
        });
        return json;
    }

    private static boolean isLocal(SocketAddress caller) {
        try {
            // An address in digits: nothing is looked up.
            return caller.isInetSocket()
                    && caller.hostAddress() != null
                    && InetAddress.getByName(caller.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException odd) {
            return false;
        }
    }

    private static void respond(RoutingContext context, int status, ObjectNode body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Json.write(body));
    }
}
