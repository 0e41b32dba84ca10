package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.Golden;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What two partners say to each other in a long talk: everything at least once, and some of it wrong. */
final class Conversation {
    private static final List<String> MODULES = List.of("locations", "tariffs", "tokens", "sessions", "cdrs");

    private final OcpiVersion version;
    private final StandInNode node;
    private Function<WireRequest, WireAnswer> way = request -> {
        throw new IllegalStateException("nobody listens");
    };
    private String authorization = StandInNode.header("token-a");
    private int requests;

    Conversation(OcpiVersion version) {
        this.version = version;
        this.node = new StandInNode(version);
    }

    /** What a node is asked. */
    void served(FaultSwitch faults) {
        way = request -> faults.served(request, node).result();
        register();
        as("", () -> say("GET", "versions", "", "", ""));
        as("Token dW5rbm93bg==", () -> say("GET", "versions", "", "", ""));
        as("Bearer x", () -> say("GET", "versions", "", "", ""));
        capitals();
        MODULES.forEach(this::lists);
        MODULES.forEach(this::pushes);
        oddities();
        authorizations();
        commands();
        rotate();
    }

    private void register() {
        say("GET", "versions", "", "", "", "");
        say("GET", "versions", "", "", "");
        say("POST", "versions", "", "", "");
        say("GET", "locations", "", "", "");
        say("GET", "credentials", "", "", "");
        say("PUT", "credentials", "", "", "{}");
        say("DELETE", "credentials", "", "", "");
        say("POST", "credentials", "", "", "{'a':");
        for (String wrong : List.of("due-2001", "due-3001", "due-3002")) {
            say("POST", "credentials", "", "", "{\"wrong\":\"" + wrong + "\"}");
        }
        say("POST", "credentials", "", "", Json.write(Golden.CREDENTIALS.json(version)));
        as(StandInNode.header("token-a"), () -> say("GET", "versions", "", "", "", ""));
        authorization = StandInNode.header("token-c-1");
        say("GET", "versions", "", "", "", "");
        say("GET", "credentials", "", "", "");
        say("POST", "credentials", "", "", Json.write(Golden.CREDENTIALS.json(version)));
    }

    private void rotate() {
        say("PUT", "credentials", "", "", Json.write(Golden.CREDENTIALS.json(version)));
        say("GET", "versions", "", "", "");
        authorization = StandInNode.header("token-c-2");
        say("GET", "versions", "", "", "");
        say("DELETE", "credentials", "", "", "");
    }

    private void capitals() {
        WireRequest usual = request("GET", "versions", "", "", "");
        MultiMap headers = Messages.without(usual.headers(), "Authorization");
        send(usual.withHeaders(headers.add("AUTHORIZATION", authorization)));
    }

    private void lists(String module) {
        String from = "date_from=2026-01-01T00:00:00.5Z";
        for (String query : List.of(
                "",
                "?" + from + "&date_to=2026-12-01T00:00:00Z",
                "?" + from + "&limit=1",
                "?" + from + "&offset=1&limit=1&after=7",
                "?offset=2&limit=2",
                "?limit=nonsense")) {
            say("GET", module, "", query, "");
        }
    }

    private void pushes(String module) {
        ObjectNode object = StandInNode.object(module, version);
        String id = object.path(module.equals("tokens") ? "uid" : "id").asText();
        String path = "/NL/CPO/" + id;
        say("POST", module, path, "?type=RFID", Json.write(object));
        say("PUT", module, path, "?type=RFID", "not json");
        say("PUT", module, path, "?type=RFID", "{}");
        say("PUT", module, path, "?type=RFID", "{\"id\":\"MISMATCH\"}");
        say("PUT", module, path, "?type=RFID", Json.write(object));
        say("PUT", module, path, "?type=RFID", Json.write(smaller(object)));
        variants(object).forEach(variant -> say("PUT", module, path, "?type=RFID", Json.write(variant)));
        say("PUT", module, path, "?type=RFID", Json.write(object));
        say("GET", module, path, "?type=RFID", "");
        say("GET", module, path.toLowerCase(java.util.Locale.ROOT), "", "");
        say("GET", module, "/NL/CPO/missing", "", "");
        say("PATCH", module, path, "?type=RFID", "{\"city\":\"Utrecht\"}");
        say("PATCH", module, path, "?type=RFID", Json.write(patch()));
        say("GET", module, path, "?type=RFID", "");
        nested(module, path, object);
        preferencesAndCdrs(module, object);
        say("DELETE", module, path, "?type=RFID", "");
        say("GET", module, path, "?type=RFID", "");
    }

    /** What is not in the specification, and comes from partners all the same. */
    private void oddities() {
        WireRequest object = request("GET", "tokens", "/NL/CPO/ID1", "", "");
        send(object.withUrl(object.url() + "/"));
        send(object.withUrl(object.url().replace("/NL/", "//NL/")));
        as("Token %", () -> say("GET", "versions", "", "", ""));
        say("GET", "tokens", "", "?date_from=2001-01-01T00%3A00%3A00%2B00%3A00", "");
        for (String body : List.of(
                "{\"facilities\":[null]}",
                "{\"roamlab_extension\":{}}",
                "{\"type\":\"TOMORROW\"}",
                "{\"evses\":[{\"connectors\":[]}]}",
                "{\"last_updated\":\"2026-07-01T12:00:00+00:00\"}",
                "{\"name\":\"" + "x".repeat(60_000) + "\"}")) {
            say("PUT", "locations", "/NL/CPO/ID1", "", body);
        }
        WireRequest push = request("PUT", "tokens", "/NL/CPO/ID1", "", "{}");
        send(push);
        send(push);
    }

    private static ObjectNode smaller(ObjectNode object) {
        ObjectNode smaller = object.deepCopy();
        smaller.remove(List.of("name", "directions", "visual_number", "min_price", "meter_id", "end_date_time"));
        return smaller;
    }

    private static List<ObjectNode> variants(ObjectNode object) {
        return List.of(
                object.deepCopy().put("last_updated", "2026-07-01T12:00:00.25"),
                object.deepCopy()
                        .put("issuer", "Straße")
                        .put("name", "Łódź with a name far longer than thirty characters"),
                object.deepCopy().put("uid", "u".repeat(36)).put("whitelist", "ALLOWED_OFFLINE"),
                object.deepCopy().put("type", "OTHER").put("kwh", 0),
                object.deepCopy().put("type", "AD_HOC_USER").put("valid", false),
                (ObjectNode)
                        object.deepCopy()
                                .set(
                                        "elements",
                                        Values.json(
                                                "[{\"price_components\":[{\"type\":\"PARKING_TIME\",\"price\":0.2345,\"step_size\":1}],"
                                                        + "\"restrictions\":{\"start_time\":\"00:00\"}},{\"price_components\":[]}]")));
    }

    private static ObjectNode patch() {
        ObjectNode patch =
                Json.object().put("last_updated", "2026-07-02T00:00:00Z").put("valid", false);
        patch.set("charging_periods", Json.array());
        patch.set("total_cost", Json.object().put("excl_vat", 2));
        return patch;
    }

    private void nested(String module, String path, ObjectNode location) {
        if (!module.equals("locations")) {
            return;
        }
        JsonNode evse = location.path("evses").path(0);
        say(
                "PUT",
                module,
                path + "/EVSE9",
                "",
                Json.write(evse.<ObjectNode>deepCopy().put("last_updated", "2026-07-02T12:00:00Z")));
        say("PUT", module, path + "/EVSE1", "", Json.write(evse));
        say(
                "PUT",
                module,
                path + "/EVSE1/1",
                "",
                Json.write(evse.path("connectors").path(0)));
        say(
                "PUT",
                module,
                path + "/EVSE1/2",
                "",
                Json.write(evse.path("connectors").path(1)));
        String at = "\"last_updated\":\"2026-07-03T00:00:00Z\"}";
        say("PATCH", module, path + "/EVSE1/1", "", "{\"tariff_ids\":[\"B\"]," + at);
        say("GET", module, path, "", "");
        say("PATCH", module, path + "/EVSE1", "", "{\"status\":\"REMOVED\"," + at);
        say("GET", module, path + "/EVSE1", "", "");
        for (String own : List.of("/LOC1", "/loc1", "/LOC1/EVSE1", "/LOC1/EVSE1/1")) {
            say("GET", module, own, "", "");
        }
    }

    private void preferencesAndCdrs(String module, ObjectNode object) {
        if (module.equals("sessions")) {
            say("PUT", module, "/S1/charging_preferences", "", Json.write(Golden.CHARGING_PREFERENCES.json(version)));
        }
        if (module.equals("cdrs")) {
            say("POST", module, "", "", "{}");
            say("POST", module, "", "", Json.write(Golden.CREDIT_CDR.json(version)));
            say("POST", module, "", "", Json.write(object));
            say("GET", module, "/NL/CPO/CDR1", "", "");
        }
    }

    private void authorizations() {
        for (String uid : List.of("KNOWN", "UNKNOWN", "BLOCKED")) {
            say("POST", "tokens", "/" + uid + "/authorize", "?type=RFID", "");
        }
    }

    private void commands() {
        for (String command : List.of("START_SESSION", "STOP_SESSION", "UNLOCK_CONNECTOR", "UNKNOWN_COMMAND")) {
            for (String body :
                    List.of("{\"a\":1}", "{}", "{\"a\":\"UNKNOWN-LOCATION\"}", "{\"a\":\"UNKNOWN-SESSION\"}")) {
                say("POST", "commands", "/" + command, "", body);
            }
        }
        say("POST", "commands", "/START_SESSION/1", "", "{\"result\":\"TIMEOUT\"}");
    }

    /** What a node sends. */
    void sent(FaultSwitch faults) {
        way = request -> faults.sent(request, new StandInNode(version)).result();
        say("GET", "versions", "", "", "", "");
        say("GET", "versions", "", "", "");
        say("POST", "credentials", "", "", Json.write(Golden.CREDENTIALS.json(version)));
        as(
                StandInNode.header("token-c-1"),
                () -> say("PUT", "credentials", "", "", Json.write(Golden.CREDENTIALS.json(version))));
        for (String module : MODULES) {
            ObjectNode object = StandInNode.object(module, version);
            object.put("status", "COMPLETED").put("valid", false);
            say("GET", module, "", "?limit=1", "");
            say("PUT", module, "/NL/CPO/ID1", "?type=RFID", Json.write(object));
            say("PATCH", module, "/NL/CPO/ID1", "", Json.write(object.deepCopy().put("status", "REMOVED")));
            say("DELETE", module, "/NL/CPO/ID1", "", "");
            say("POST", module, "", "", Json.write(object));
        }
        say("PUT", "sessions", "/S1/charging_preferences", "", Json.write(Golden.CHARGING_PREFERENCES.json(version)));
        say("POST", "commands", "/callback", "?id=1", Json.write(Golden.COMMAND_RESULT.json(version)));
        Arrays.stream(Golden.values())
                .filter(Conversation::isCommand)
                .forEach(command ->
                        say("POST", "commands", "/" + command.name(), "", Json.write(command.json(version))));
    }

    private static boolean isCommand(Golden golden) {
        return switch (golden) {
            case START_SESSION, STOP_SESSION, RESERVE_NOW, CANCEL_RESERVATION, UNLOCK_CONNECTOR -> true;
            default -> false;
        };
    }

    private void as(String header, Runnable talk) {
        String usual = authorization;
        authorization = header;
        talk.run();
        authorization = usual;
    }

    private void say(String method, String module, String path, String query, String body) {
        say(method, module, path, query, body, version.value());
    }

    /** What is answered is for the faults to spoil and for others to look at. */
    private void send(WireRequest request) {
        Object ignored = way.apply(request);
    }

    private void say(String method, String module, String path, String query, String body, String spoken) {
        WireRequest plain = request(method, module, path, query, body);
        send(new WireRequest(spoken, module, plain.path(), plain.method(), plain.url(), plain.headers(), plain.body()));
    }

    private WireRequest request(String method, String module, String path, String query, String body) {
        requests++;
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set("X-Request-ID", "request-" + requests)
                .set("X-Correlation-ID", "correlation-" + requests)
                .set("OCPI-from-country-code", "NL")
                .set("OCPI-to-country-code", "BE");
        if (!authorization.isEmpty()) {
            headers.set("Authorization", authorization);
        }
        if (!body.isEmpty()) {
            headers.set("Content-Type", "application/json");
        }
        return new WireRequest(
                version.value(),
                module,
                path.isEmpty() ? List.of() : List.of(path.substring(1).split("/")),
                HttpMethod.valueOf(method),
                "https://node.example/ocpi/" + module + path + query,
                headers,
                Buffer.buffer(body));
    }
}
