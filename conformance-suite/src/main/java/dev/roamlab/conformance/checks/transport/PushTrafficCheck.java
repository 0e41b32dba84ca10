package dev.roamlab.conformance.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.schema.ObjectSchemas;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The system's own pushes: URLs, owners, what a PATCH holds, routing. Spec: transport_and_format_client_owned_object_push. */
@Checks(module = CatalogueModule.TRANSPORT)
final class PushTrafficCheck {
    private static final Set<String> CLIENT_OWNED = Set.of("locations", "sessions", "tariffs", "tokens");
    private static final Set<String> ALWAYS = Set.of("last_updated", "id", "uid", "country_code", "party_id");

    @Proves(
            value = {"TRN-063", "TRN-065"},
            stage = Stage.FINAL)
    void push_urls_name_owner_and_object(Probe probe) {
        for (WireExchange push : pushes(probe)) {
            List<String> rest = push.target().orElseThrow().rest();
            boolean locations = Messages.module(push).equals("locations");
            boolean shape = rest.size() >= 3
                    && (rest.size() == 3 || locations && rest.size() <= 5)
                    && rest.get(0).matches("[A-Za-z]{2}")
                    && rest.get(1).matches("[A-Za-z0-9]{3}");
            probe.claim("TRN-063")
                    .on(push)
                    .holds(shape, "{country_code}/{party_id}/{id} below the endpoint", push.uri());
            if (shape && probe.credentials().path("roles").isArray()) {
                probe.claim("TRN-065")
                        .on(push)
                        .holds(
                                isRole(probe, rest.get(0), rest.get(1)),
                                "a party of the system's credentials",
                                rest.subList(0, 2));
            }
        }
    }

    private static boolean isRole(Probe probe, String country, String party) {
        for (JsonNode role : probe.credentials().path("roles")) {
            if (role.path("country_code").asText().equalsIgnoreCase(country)
                    && role.path("party_id").asText().equalsIgnoreCase(party)) {
                return true;
            }
        }
        return false;
    }

    @Proves(value = "TRN-066", stage = Stage.FINAL)
    void owners_in_url_and_body_agree(Probe probe) {
        for (String type : List.of("Location", "Session", "Tariff", "Token")) {
            for (SeenObject object : probe.seen().all(type)) {
                List<String> rest = object.exchange().target().orElseThrow().rest();
                if (object.exchange().fromSut() && !object.partial() && rest.size() == 3) {
                    String id =
                            object.json().has("uid") && type.equals("Token") ? object.text("uid") : object.text("id");
                    boolean agree = object.text("country_code").equalsIgnoreCase(rest.get(0))
                            && object.text("party_id").equalsIgnoreCase(rest.get(1))
                            && id.equalsIgnoreCase(rest.get(2));
                    probe.claim("TRN-066")
                            .on(object)
                            .holds(
                                    agree,
                                    String.join("/", rest),
                                    object.text("country_code") + "/" + object.text("party_id") + "/" + id);
                }
            }
        }
    }

    @Proves(value = "TRN-069", stage = Stage.FINAL)
    void client_owned_objects_are_never_posted(Probe probe) {
        boolean pushed = false;
        for (WireExchange call : Messages.calls(probe)) {
            boolean receiver = CLIENT_OWNED.contains(Messages.module(call))
                    && call.target()
                            .orElseThrow()
                            .side()
                            .filter(side -> side == Side.RECEIVER)
                            .isPresent();
            pushed |= receiver && !call.method().equals("GET");
            if (receiver && call.method().equals("POST")) {
                probe.claim("TRN-069").on(call).deviates("PUT", "POST " + call.uri());
            }
        }
        if (pushed) {
            probe.claim("TRN-069").held();
        }
    }

    @Proves(value = "TRN-054", stage = Stage.FINAL)
    void puts_have_all_required_fields(Probe probe) {
        ObjectSchemas schemas = ObjectSchemas.of(probe.version());
        for (SeenObject object : probe.seen().all()) {
            if (!object.exchange().fromSut()
                    || !object.exchange().method().equals("PUT")
                    || !schemas.names().contains(object.type())) {
                continue;
            }
            for (String field : schemas.requiredFields(object.type())) {
                JsonNode value = object.json().path(field);
                Claim claim = probe.claim("TRN-054").on(object.exchange()).at("/" + field);
                if (claim.holds(!value.isMissingNode() && !value.isNull(), field + " of " + object.type(), "absent")) {
                    claim.holdsOrWarns(
                            !(value.isTextual() && value.textValue().isEmpty()),
                            field + " with content",
                            "an empty string");
                }
            }
        }
    }

    @Proves(value = "TRN-058", stage = Stage.FINAL)
    void patches_hold_what_changes(Probe probe) {
        Map<String, JsonNode> known = new HashMap<>();
        for (WireExchange push : pushes(probe)) {
            String url = push.uri().getPath();
            JsonNode body = push.requestBody().json();
            if (push.method().equals("PUT")) {
                known.put(url, body.deepCopy()); // the evidence stays as it came
            } else if (push.method().equals("PATCH") && body.isObject()) {
                patch(probe, push, body, known.get(url));
            }
        }
    }

    private static void patch(
            Probe probe, WireExchange push, JsonNode body, @org.jspecify.annotations.Nullable JsonNode known) {
        Claim claim = probe.claim("TRN-058").on(push);
        if (!claim.holds(!body.isEmpty(), "what has changed", "an empty body") || known == null) {
            return;
        }
        List<String> same = new ArrayList<>();
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!ALWAYS.contains(name) && body.path(name).equals(known.path(name))) {
                same.add(name);
            }
        }
        claim.at(same.stream().map(name -> "/" + name).toArray(String[]::new))
                .holdsOrWarns(same.isEmpty(), "only fields that change", "unchanged: " + same);
        if (known instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
            object.setAll((com.fasterxml.jackson.databind.node.ObjectNode) body.deepCopy());
        }
    }

    @Proves(value = "TRN-089", stage = Stage.FINAL)
    void functional_calls_are_routed(Probe probe) {
        boolean single = probe.parties().size() <= 1
                && probe.platform().parties().size() <= 1
                && probe.credentials().path("roles").size() <= 1;
        for (WireExchange call : Messages.calls(probe)) {
            if (Messages.isConfiguration(call)) {
                continue;
            }
            List<String> missing = Messages.ROUTING.stream()
                    .filter(name -> call.requestHeaders().all(name).size() != 1)
                    .toList();
            if (missing.isEmpty()) {
                parties(probe, call);
            } else if (!single) {
                probe.claim("TRN-089").on(call).deviates("the four routing headers, each once", "not so: " + missing);
            }
        }
    }

    private static void parties(Probe probe, WireExchange call) {
        String country = call.requestHeaders().first("OCPI-from-country-code").orElse("");
        String party = call.requestHeaders().first("OCPI-from-party-id").orElse("");
        if (probe.credentials().path("roles").isArray()) {
            probe.claim("TRN-089")
                    .on(call)
                    .at("OCPI-from-country-code", "OCPI-from-party-id")
                    .holds(isRole(probe, country, party), "FROM a party of the system", country + "/" + party);
        }
    }

    @Proves(value = "TRN-110", stage = Stage.FINAL)
    void gets_are_not_broadcast(Probe probe) {
        for (WireExchange call : Messages.calls(probe)) {
            if (call.method().equals("GET") && call.requestHeaders().has("OCPI-to-party-id")) {
                String to = call.requestHeaders().first("OCPI-to-party-id").orElse("");
                boolean hub = to.equalsIgnoreCase("HUB")
                        && probe.platform().parties().stream()
                                .noneMatch(party -> party.partyId().equalsIgnoreCase(to));
                probe.claim("TRN-110").on(call).at("OCPI-to-party-id").holds(!hub, "a GET to one party", to);
            }
        }
    }

    @Proves(value = "TRN-138", stage = Stage.FINAL)
    void calls_go_to_published_urls(Probe probe) {
        // Whatever knocks at a public address, health checks and search engines, has no credentials token.
        for (WireExchange call : probe.evidence()
                .received(one -> one.requestHeaders()
                        .first("Authorization")
                        .filter(value -> value.startsWith("Token "))
                        .isPresent())) {
            // What is no published URL of ours has no target.
            probe.claim("TRN-138").on(call).holds(call.target().isPresent(), "a URL that we published", call.uri());
        }
    }

    @Proves(
            value = {"TRN-139", "TRN-140"},
            stage = Stage.FINAL)
    void endpoints_are_per_version(Probe probe) {
        probe.published().endpoints(probe.version()).forEach(endpoint -> {
            String path = endpoint.url().getPath();
            probe.claim("TRN-139")
                    .holds(
                            List.of(path.split("/")).contains(probe.version().spelling()),
                            "a path segment " + probe.version().spelling(),
                            endpoint.url());
            boolean shared = java.util.Arrays.stream(dev.roamlab.conformance.catalogue.SpecVersion.values())
                    .filter(version -> version != probe.version())
                    .flatMap(version -> probe.published().endpoints(version).stream())
                    .anyMatch(other -> other.url().equals(endpoint.url()));
            probe.claim("TRN-140").holds(!shared, "an endpoint of this version's own", endpoint.url());
        });
    }

    /** PUTs and PATCHes at our Receiver interfaces for client owned objects. */
    private static List<WireExchange> pushes(Probe probe) {
        return Messages.calls(probe).stream()
                .filter(call -> List.of("PUT", "PATCH").contains(call.method()))
                .filter(call -> CLIENT_OWNED.contains(Messages.module(call)))
                .filter(call -> call.target()
                        .orElseThrow()
                        .side()
                        .filter(side -> side == Side.RECEIVER)
                        .isPresent())
                .toList();
    }
}
