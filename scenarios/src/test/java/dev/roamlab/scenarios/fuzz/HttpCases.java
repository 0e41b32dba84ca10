package dev.roamlab.scenarios.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.Golden;
import dev.roamlab.ocpi.credentials.Credentials;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.BodyUse;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.scenarios.fuzz.HttpCase.Caller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/** Makes requests: each begins as one that the node would take, and then something happens to it. */
final class HttpCases {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X");
    private static final List<String> PARAMETERS = List.of("date_from", "date_to", "offset", "limit", "x");
    private static final List<String> ODD_HEADERS = List.of(
            "X-Request-ID",
            "X-Correlation-ID",
            "OCPI-to-country-code",
            "OCPI-to-party-id",
            "OCPI-from-country-code",
            "OCPI-from-party-id",
            "Content-Type",
            "Accept",
            "Accept-Encoding",
            "Cookie",
            "X-Forwarded-Host",
            "Origin");
    private static final int IDS = 12;

    private final long seed;
    private final Nodes nodes;
    private final Map<String, ObjectNode> read = new HashMap<>();

    HttpCases(long seed, Nodes nodes) {
        this.seed = seed;
        this.nodes = nodes;
    }

    HttpCase make(long number) {
        Chance chance = Chance.of(seed, number);
        Nodes.Node node = chance.oneIn(2) ? nodes.emsp() : nodes.cpo();
        Operation<?, ?> operation = chance.pick(node.operations());
        OcpiVersion version = chance.pick(List.of(OcpiVersion.values()));
        Map<String, String> ids = ids(node, chance);
        boolean isCredentials = operation.module().value().equals("credentials");
        List<Entry<String, String>> headers = new ArrayList<>();
        Caller caller = authorize(node, isCredentials, chance, headers);
        odd(chance, headers);
        return new HttpCase(
                seed,
                number,
                node.name(),
                method(operation, chance),
                uri(node, operation, version, ids, chance),
                headers,
                caller,
                isCredentials,
                body(node, operation, version, ids, chance));
    }

    private static String method(Operation<?, ?> operation, Chance chance) {
        return chance.oneIn(20) ? chance.pick(METHODS) : operation.method().name();
    }

    // --- who ---

    private static Caller authorize(
            Nodes.Node node, boolean isCredentials, Chance chance, List<Entry<String, String>> headers) {
        if (chance.oneIn(25)) {
            String odd = oddAuthorization(node, chance);
            if (!odd.isEmpty()) {
                headers.add(Map.entry("Authorization", odd));
            }
            return Caller.UNKNOWN;
        }
        boolean passing = isCredentials;
        headers.add(Map.entry("Authorization", "Token " + base64(passing ? node.passing(chance) : node.token())));
        return passing ? Caller.PASSING : Caller.KNOWN;
    }

    private static String oddAuthorization(Nodes.Node node, Chance chance) {
        return chance.pick(List.of(
                "",
                "Token",
                "Token ",
                "Bearer " + base64(node.token()),
                base64(node.token()),
                "Token " + base64(node.token()) + " x",
                "Token " + base64("nobody"),
                "Token nobody",
                "Token ====",
                "Token " + base64(node.token().substring(1)),
                "Token \u00e4\u00f6",
                "Token " + "A".repeat(4000),
                "Basic " + base64("a:b"),
                "Token," + base64(node.token()),
                "Token " + base64("\u0000\u0001"),
                "Token " + base64(node.token() + "\u0000")));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void odd(Chance chance, List<Entry<String, String>> headers) {
        if (!chance.oneIn(10)) {
            headers.add(Map.entry("X-Request-ID", "fuzz"));
            headers.add(Map.entry("X-Correlation-ID", "fuzz"));
            headers.add(Map.entry("Content-Type", "application/json"));
        }
        if (chance.oneIn(4)) {
            for (int times = 1 + chance.below(3); times > 0; times--) {
                headers.add(Map.entry(chance.pick(ODD_HEADERS), chance.pick(Nasty.HEADERS)));
            }
        }
    }

    // --- where ---

    private Map<String, String> ids(Nodes.Node node, Chance chance) {
        Map<String, String> ids = new LinkedHashMap<>();
        boolean emsp = node.name().equals("emsp");
        ids.put("country_code", emsp ? "NL" : "DE");
        ids.put("party_id", emsp ? "CPO" : "MSP");
        ids.put("location_id", emsp ? "L" + chance.below(IDS) : "LOC1");
        ids.put("evse_uid", "EVSE" + (1 + chance.below(FuzzLab.STATIONS + 1)));
        ids.put("connector_id", "1");
        ids.put("tariff_id", "T" + chance.below(IDS));
        ids.put("session_id", nodes.session(chance));
        ids.put("cdr_id", "C" + chance.below(IDS * IDS));
        ids.put("token_uid", chance.oneIn(3) ? "DRIVER" + (1 + chance.below(4)) : "U" + chance.below(IDS));
        ids.put("command", "START_SESSION");
        ids.put("command_id", "X" + chance.below(IDS));
        return ids;
    }

    private static String uri(
            Nodes.Node node, Operation<?, ?> operation, OcpiVersion version, Map<String, String> ids, Chance chance) {
        String base = "/ocpi/" + node.name() + "/";
        if (chance.oneIn(40)) {
            return base + chance.pick(List.of("versions", version.value(), version.value() + "/", "", "2.1.1", "9"));
        }
        String path = base + version.value() + "/" + operation.module().value()
                + operation.path().expand(ids);
        if (chance.oneIn(6)) {
            List<String> segments = new ArrayList<>(Arrays.asList(path.split("/", -1)));
            segments.set(3 + chance.below(segments.size() - 3), chance.pick(Nasty.URL_PARTS));
            path = String.join("/", segments);
        }
        return path + query(operation, chance);
    }

    private static String query(Operation<?, ?> operation, Chance chance) {
        if (!chance.oneIn(operation.isList() ? 2 : 15)) {
            return operation.module().value().matches("sessions|cdrs") && operation.isList()
                    ? "?date_from=2026-01-01T00:00:00Z"
                    : "";
        }
        List<String> parameters = new ArrayList<>();
        for (int times = 1 + chance.below(3); times > 0; times--) {
            parameters.add(chance.pick(PARAMETERS)
                    + (chance.oneIn(10) ? "" : "=")
                    + chance.pick(Nasty.URL_PARTS).replace("?", ""));
        }
        return parameters.stream().collect(Collectors.joining("&", "?", ""));
    }

    // --- what ---

    private String body(
            Nodes.Node node, Operation<?, ?> operation, OcpiVersion version, Map<String, String> ids, Chance chance) {
        if (operation.bodyType().isEmpty()) {
            return chance.oneIn(10) ? chance.pick(Nasty.JSON) : "";
        }
        if (chance.oneIn(30)) {
            return chance.oneIn(2) ? "" : chance.pick(Nasty.JSON);
        }
        Class<?> type = operation.bodyType().get();
        List<Golden> models = Arrays.stream(Golden.values())
                .filter(golden -> golden.type() == type)
                .toList();
        ObjectNode body = fitted((ObjectNode) golden(chance.pick(models), version), type, node, ids);
        if (operation.bodyUse() == BodyUse.PARTIAL) {
            shorten(body, chance);
        }
        return chance.oneIn(8) ? Nasty.octets(body.toString()) : Mutations.of(body, chance);
    }

    private ObjectNode golden(Golden golden, OcpiVersion version) {
        return read.computeIfAbsent(golden + "/" + version, name -> (ObjectNode) golden.json(version))
                .deepCopy();
    }

    /** A golden body that this node, in this place, would take. */
    private ObjectNode fitted(ObjectNode body, Class<?> type, Nodes.Node node, Map<String, String> ids) {
        String own = type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        String id = ids.getOrDefault(own + "_id", "");
        if (!id.isEmpty() && body.has("id")) {
            body.put("id", id);
        }
        if (body.has("uid")) {
            body.put("uid", own.equals("evse") ? ids.get("evse_uid") : ids.get("token_uid"));
        }
        ids.forEach((name, value) -> {
            if (List.of("location_id", "evse_uid", "connector_id", "session_id").contains(name) && body.has(name)) {
                body.put(name, value);
            }
        });
        if (body.has("response_url")) {
            body.put("response_url", nodes.stranger().url() + "/results");
        }
        if (body.has("expiry_date")) {
            body.put("expiry_date", nodes.soon());
        }
        if (body.path("token") instanceof ObjectNode token) {
            token.put("uid", ids.get("token_uid"));
        }
        if (type == Credentials.class) {
            body.put("url", nodes.stranger().versionsUrl());
            for (JsonNode role : body.path("roles")) {
                // Whatever is put in another's place here, nobody takes the place of a party that is needed.
                ((ObjectNode) role)
                        .put("country_code", "NL")
                        .put("party_id", "XXX")
                        .put("role", "OTHER");
            }
        }
        return body;
    }

    private static void shorten(ObjectNode body, Chance chance) {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> !name.equals("last_updated") && !chance.oneIn(5))
                .forEach(body::remove);
    }
}
