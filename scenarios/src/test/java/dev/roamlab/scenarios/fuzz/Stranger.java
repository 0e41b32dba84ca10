package dev.roamlab.scenarios.fuzz;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.Golden;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A platform in whose name the storm calls. It takes whatever it is told; what it answers itself is not always sound. */
final class Stranger {
    private static final List<String> MODULES =
            List.of("credentials", "locations", "tariffs", "tokens", "sessions", "cdrs", "commands");

    private final HttpServer server;
    private final long seed;
    private final AtomicLong asked = new AtomicLong();

    private Stranger(Vertx vertx, long seed) {
        this.seed = seed;
        this.server = vertx.createHttpServer().requestHandler(this::answer);
    }

    static Stranger start(Vertx vertx, long seed) throws Exception {
        Stranger stranger = new Stranger(vertx, seed);
        stranger.server.listen(0, "127.0.0.1").await(10, SECONDS);
        return stranger;
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    String versionsUrl() {
        return url() + "/versions";
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        ObjectNode envelope = Json.object().put("status_code", 1000).put("timestamp", "2026-11-21T10:00:00Z");
        String text;
        if (path.equals("/versions")) {
            text = envelope.<ObjectNode>set("data", versions()).toString();
        } else if (path.startsWith("/versions/")) {
            text = envelope.<ObjectNode>set("data", details(path.substring("/versions/".length())))
                    .toString();
        } else if (path.endsWith("/authorize")) {
            text = authorization(envelope, path);
        } else {
            text = request.method().name().equals("GET")
                    ? envelope.<ObjectNode>set("data", Json.MAPPER.createArrayNode())
                            .toString()
                    : envelope.toString();
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Location", url() + "/kept/" + asked.get())
                .end(io.vertx.core.buffer.Buffer.buffer(Mutations.octets(text)));
    }

    /** The nodes ask us, too: not all that they hear makes sense. */
    private String authorization(ObjectNode envelope, String path) {
        Chance chance = Chance.of(seed, asked.incrementAndGet());
        OcpiVersion version = path.contains("2.3.0") ? OcpiVersion.V2_3_0 : OcpiVersion.V2_2_1;
        if (chance.oneIn(2)) {
            return envelope.put("status_code", 2004).toString();
        }
        envelope.set("data", Golden.AUTHORIZATION_INFO.json(version));
        return chance.oneIn(2) ? Mutations.of(envelope, chance) : Nasty.octets(envelope.toString());
    }

    private ArrayNode versions() {
        ArrayNode versions = Json.MAPPER.createArrayNode();
        for (OcpiVersion version : OcpiVersion.values()) {
            versions.addObject().put("version", version.value()).put("url", versionsUrl() + "/" + version.value());
        }
        return versions;
    }

    private ObjectNode details(String version) {
        ObjectNode details = Json.object().put("version", version);
        ArrayNode endpoints = details.putArray("endpoints");
        for (String module : MODULES) {
            for (String role : List.of("SENDER", "RECEIVER")) {
                endpoints
                        .addObject()
                        .put("identifier", module)
                        .put("role", role)
                        .put("url", url() + "/" + version + "/" + role + "/" + module);
            }
        }
        return details;
    }

    void close() throws Exception {
        server.close().await(10, SECONDS);
    }
}
