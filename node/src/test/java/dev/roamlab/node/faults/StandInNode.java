package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.Golden;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers as a node would, roughly and in memory: enough for every fault to have something to spoil. */
final class StandInNode implements Function<WireRequest, Future<WireAnswer>> {
    private static final Map<String, Golden> OBJECTS = Map.of(
            "locations", Golden.LOCATION,
            "tariffs", Golden.TARIFF,
            "tokens", Golden.TOKEN,
            "sessions", Golden.SESSION,
            "cdrs", Golden.CDR);

    private final OcpiVersion version;
    private final Map<String, ObjectNode> stored = new HashMap<>();
    private String token = "token-c-0";
    private int renewals;
    private boolean registered;

    StandInNode(OcpiVersion version) {
        this.version = version;
    }

    static String header(String token) {
        return "Token " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode object(String module, OcpiVersion version) {
        return java.util.Objects.requireNonNull(OBJECTS.get(module))
                .json(version)
                .deepCopy();
    }

    @Override
    public Future<WireAnswer> apply(WireRequest request) {
        WireAnswer answer = answer(request);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
        for (String name : new String[] {"X-Request-ID", "X-Correlation-ID"}) {
            headers.set(name, String.valueOf(request.headers().get(name)));
        }
        if (!request.module().equals("versions") && !request.module().equals("credentials")) {
            headers.set("OCPI-to-country-code", "NL").set("OCPI-from-country-code", "BE");
        }
        return Future.succeededFuture(answer.withHeaders(headers));
    }

    private WireAnswer answer(WireRequest request) {
        String presented = String.valueOf(request.headers().get("Authorization"));
        boolean invited = !registered && presented.equals(header("token-a"));
        if (!invited && !(registered && presented.equals(header(token)))) {
            return plain(401, 2000, "nobody we know");
        }
        return switch (request.module()) {
            case "versions" -> versions(request);
            case "credentials" -> credentials(request, invited);
            case "commands" -> command(request);
            default -> invited ? plain(401, 2000, "a registration token opens versions") : module(request);
        };
    }

    private WireAnswer versions(WireRequest request) {
        if (!request.method().name().equals("GET")) {
            return plain(405, 2000, "GET only");
        }
        if (!request.version().isEmpty()) {
            ObjectNode details = Golden.VERSION_DETAILS.json(version).deepCopy();
            ((ArrayNode) details.path("endpoints"))
                    .addObject()
                    .put("identifier", "tokens")
                    .put("role", "SENDER")
                    .put("url", "https://node.example/ocpi/tokens");
            return data(200, details);
        }
        ArrayNode versions = Json.array();
        versions.addObject().put("version", "2.2.1").put("url", "https://node.example/2.2.1");
        versions.addObject().put("version", "2.3.0").put("url", "https://node.example/2.3.0");
        return data(200, versions);
    }

    private WireAnswer credentials(WireRequest request, boolean invited) {
        String method = request.method().name();
        if (method.equals("GET")) {
            return shown(invited ? "token-a" : token);
        }
        if (method.equals("POST") != invited) {
            return plain(405, 2000, "not now");
        }
        String body = request.body().toString();
        if (!method.equals("DELETE") && Messages.json(request.body()).isEmpty()) {
            return plain(400, 2000, "no JSON");
        }
        for (int code : new int[] {2001, 3001, 3002}) {
            if (body.contains("due-" + code)) {
                return plain(200, code, "refused");
            }
        }
        registered = !method.equals("DELETE");
        if (!registered) {
            return plain(200, 1000, "gone");
        }
        token = "token-c-" + ++renewals;
        return shown(token);
    }

    private WireAnswer shown(String tokenInUse) {
        ObjectNode credentials = Golden.CREDENTIALS.json(version).deepCopy();
        return data(200, credentials.put("token", tokenInUse).put("url", "https://node.example/ocpi/versions"));
    }

    private WireAnswer command(WireRequest request) {
        ObjectNode answer = Golden.COMMAND_RESPONSE.json(version).deepCopy();
        answer.remove("message");
        String body = request.body().toString();
        if (request.path().isEmpty() || request.path().get(0).equals("UNKNOWN_COMMAND")) {
            return plain(404, 2000, "no such command");
        }
        if (body.contains("UNKNOWN-LOCATION")) {
            return coded(200, 2003, Optional.of(answer.put("result", "REJECTED")));
        }
        if (body.contains("UNKNOWN-SESSION")) {
            return data(200, answer.put("result", "UNKNOWN_SESSION"));
        }
        return body.equals("{}") ? plain(200, 2001, "incomplete") : data(200, answer.put("result", "ACCEPTED"));
    }

    private WireAnswer module(WireRequest request) {
        String method = request.method().name();
        if (method.equals("GET")) {
            return request.path().isEmpty() ? page(request) : single(request);
        }
        if (method.equals("POST")
                && request.module().equals("tokens")
                && request.path().size() == 2) {
            return authorized(request);
        }
        Optional<JsonNode> body = Messages.json(request.body());
        if (body.isEmpty() && !method.equals("DELETE")) {
            return plain(400, 2000, "no JSON");
        }
        if (body.isPresent()
                && (body.get().isEmpty() || body.get().path("id").asText().equals("MISMATCH"))) {
            return plain(200, 2001, "id: not that of the URL");
        }
        return switch (method) {
            case "PUT" -> put(request, body.orElseThrow());
            case "PATCH" -> request.module().equals("tariffs") ? plain(405, 2000, "no") : patch(request, body.get());
            case "DELETE" -> delete(request);
            default -> request.module().equals("cdrs") ? post(request, body.get()) : plain(405, 2000, "no");
        };
    }

    private WireAnswer put(WireRequest request, JsonNode body) {
        if (request.path().contains("charging_preferences")) {
            return plain(404, 2000, "no such session");
        }
        touch(request, body);
        return plain(stored.put(key(request), body.deepCopy()) == null ? 201 : 200, 1000, "stored");
    }

    /** What is pushed into a location makes the location newer. */
    private void touch(WireRequest request, JsonNode body) {
        String key = key(request);
        for (int i = request.path().size(); i > 3; i--) {
            key = key.substring(0, key.lastIndexOf('/'));
            ObjectNode parent = stored.get(key);
            if (parent != null && i == 4) {
                parent.set("last_updated", body.path("last_updated"));
            }
        }
    }

    private WireAnswer patch(WireRequest request, JsonNode body) {
        ObjectNode known = stored.get(key(request));
        if (known == null) {
            return plain(404, 2000, "unknown");
        }
        if (!body.has("last_updated")) {
            return plain(200, 2001, "last_updated: missing");
        }
        ObjectNode changes = body.deepCopy();
        if (request.module().equals("sessions") && known.path("charging_periods") instanceof ArrayNode periods) {
            changes.set(
                    "charging_periods", periods.deepCopy().addAll((ArrayNode) changes.withArray("charging_periods")));
        }
        known.setAll(changes);
        touch(request, body);
        return plain(200, 1000, "changed");
    }

    private WireAnswer delete(WireRequest request) {
        return request.module().equals("tariffs") && stored.remove(key(request)) != null
                ? plain(200, 1000, "deleted")
                : plain(405, 2000, "no");
    }

    private WireAnswer post(WireRequest request, JsonNode body) {
        String url = request.url() + "/NL/CPO/" + body.path("id").asText();
        stored.put(url.toLowerCase(java.util.Locale.ROOT), body.deepCopy());
        WireAnswer answer = plain(201, 1000, "taken");
        return answer.withHeaders(
                MultiMap.caseInsensitiveMultiMap().addAll(answer.headers()).set("Location", url));
    }

    private WireAnswer authorized(WireRequest request) {
        ObjectNode info = Golden.AUTHORIZATION_INFO.json(version).deepCopy();
        info.remove("location");
        return switch (request.path().get(0)) {
            case "UNKNOWN" -> plain(404, 2004, "unknown");
            case "BLOCKED" -> {
                ((ObjectNode) info.path("token")).put("valid", false);
                yield data(200, info.put("allowed", "BLOCKED"));
            }
            default -> data(200, info.put("allowed", "ALLOWED"));
        };
    }

    private WireAnswer single(WireRequest request) {
        ObjectNode known = stored.get(key(request));
        boolean ours = request.module().equals("locations")
                && request.path().size() < 4
                && request.path().get(0).equalsIgnoreCase("LOC1");
        if (known == null && !ours) {
            return plain(404, 2000, "unknown");
        }
        return data(200, known == null ? object("locations", version) : known);
    }

    private WireAnswer page(WireRequest request) {
        MultiMap query = parsed(request);
        if ("nonsense".equals(query.get("limit"))) {
            return plain(200, 2001, "limit: no number");
        }
        int total = query.contains("date_from") ? 2 : 3;
        int offset = Integer.parseInt(query.contains("offset") ? query.get("offset") : "0");
        int limit = Integer.parseInt(query.contains("limit") ? query.get("limit") : "50");
        ArrayNode page = Json.array();
        for (int i = offset; i < Math.min(total, offset + limit); i++) {
            page.add(listed(request, i));
        }
        WireAnswer answer = data(200, page);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .addAll(answer.headers())
                .set("X-Total-Count", Integer.toString(total))
                .set("X-Limit", "50");
        if (offset + limit < total) {
            headers.set(
                    "Link",
                    "<https://node.example/list?date_from=2026-01-01T00:00:00Z&offset=" + (offset + limit) + "&limit="
                            + limit + ">; rel=\"next\"");
        }
        return answer.withHeaders(headers);
    }

    private ObjectNode listed(WireRequest request, int index) {
        ObjectNode object = object(request.module(), version);
        object.put(object.has("uid") ? "uid" : "id", "LOC" + (index + 1));
        return object.has("valid") ? object.put("valid", index != 1) : object;
    }

    private static MultiMap parsed(WireRequest request) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        for (String parameter : request.rawQuery().split("&")) {
            if (parameter.contains("=")) {
                query.set(
                        parameter.substring(0, parameter.indexOf('=')),
                        parameter.substring(parameter.indexOf('=') + 1));
            }
        }
        return query;
    }

    private static String key(WireRequest request) {
        return request.url().replaceFirst("\\?.*$", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static WireAnswer plain(int http, int code, String message) {
        WireAnswer answer = coded(http, code, Optional.empty());
        return Messages.edited(answer, Edits.put("status_message", message));
    }

    private static WireAnswer data(int http, JsonNode data) {
        return coded(http, 1000, Optional.of(data));
    }

    private static WireAnswer coded(int http, int code, Optional<JsonNode> data) {
        ObjectNode envelope = Json.object();
        data.ifPresent(given -> envelope.set("data", given));
        envelope.put("status_code", code).put("status_message", "as it is").put("timestamp", "2026-11-21T10:00:00Z");
        return new WireAnswer(
                http,
                MultiMap.caseInsensitiveMultiMap().set("Content-Type", "application/json"),
                Buffer.buffer(Json.write(envelope)));
    }
}
