package dev.roamlab.conformance.checks.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Claim;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.Published.Endpoint;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.tester.Samples;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the listed interfaces are, and for whom. Spec: version_information_endpoint_interface_role_enum. */
@Checks(module = CatalogueModule.VERSIONS)
final class InterfacesCheck {
    private static final List<String> LISTS = List.of("locations", "sessions", "cdrs", "tariffs", "tokens");

    @Proves("VER-023")
    void senders_can_be_read_and_receivers_take_objects(Probe probe) {
        for (Endpoint endpoint : probe.published().endpoints(probe.version())) {
            if (endpoint.side() == Side.SENDER && LISTS.contains(endpoint.module())) {
                WireExchange list =
                        probe.list(endpoint.module()).query("limit", "1").send();
                probe.claim("VER-023")
                        .on(list)
                        .holds(list.accepted(), "the list of " + endpoint.module() + ", a SENDER", list.outcome());
            } else if (endpoint.side() == Side.RECEIVER) {
                receiver(probe, endpoint);
            }
            oddSide(probe, endpoint);
        }
    }

    private static void receiver(Probe probe, Endpoint endpoint) {
        Samples samples = probe.platform().samples();
        switch (endpoint.module()) {
            case "tokens" -> takes(probe, endpoint, "uid", samples.tokens().minimal(probe.version()));
            case "locations" -> takes(probe, endpoint, "id", samples.locations().minimal(probe.version()));
            case "tariffs" -> takes(probe, endpoint, "id", samples.tariffs().minimal(probe.version()));
            case "sessions" -> handles(probe, endpoint);
            default -> {
                // CDRs and commands have consequences: other checks show that they are taken.
            }
        }
    }

    private static void takes(Probe probe, Endpoint endpoint, String idField, ObjectNode object) {
        WireExchange put = probe.put(endpoint.url(), object)
                .path(
                        object.path("country_code").asText(),
                        object.path("party_id").asText(),
                        object.path(idField).asText())
                .send();
        probe.claim("VER-023")
                .on(put)
                .holds(put.accepted(), "a PUT taken by " + endpoint.module() + ", a RECEIVER", put.outcome());
        if (put.accepted() && endpoint.module().equals("tokens")) {
            ObjectNode spent = object.put("valid", false).put("last_updated", Moments.now());
            probe.put(put.uri(), spent).attempt();
        }
    }

    /** A Session without its id is no object; what counts is that PUT is there at all. */
    private static void handles(Probe probe, Endpoint endpoint) {
        ObjectNode nobody = JsonNodeFactory.instance
                .objectNode()
                .put("country_code", probe.us().countryCode())
                .put("party_id", probe.us().partyId())
                .put("status", "PENDING")
                .put("last_updated", Moments.now());
        WireExchange put = probe.put(endpoint.url(), nobody)
                .path(probe.us().countryCode(), probe.us().partyId(), probe.runId() + "-NOBODY")
                .once()
                .send();
        probe.claim("VER-023")
                .on(put)
                .holds(
                        put.status() != 405 && put.status() != 501,
                        "PUT handled by sessions, a RECEIVER",
                        put.outcome());
    }

    private static void oddSide(Probe probe, Endpoint endpoint) {
        boolean onlyCpo = probe.role() == SutRole.CPO && roles(probe).equals(Set.of("CPO"));
        boolean odd = endpoint.module().equals("tokens") && endpoint.side() == Side.SENDER
                || endpoint.module().equals("locations") && endpoint.side() == Side.RECEIVER;
        if (onlyCpo && odd) {
            probe.claim("VER-023")
                    .warns("the sides that a CPO has", endpoint.module() + " listed as " + endpoint.side());
        }
    }

    @Proves(value = "VER-012", stage = Stage.FINAL)
    void each_interface_is_listed_once(Probe probe) {
        for (SeenObject details : probe.seen().all("VersionDetails")) {
            Set<String> pairs = new HashSet<>();
            List<String> twice = new ArrayList<>();
            for (JsonNode endpoint : details.json().path("endpoints")) {
                String pair = endpoint.path("identifier").asText() + " "
                        + endpoint.path("role").asText();
                if (!pairs.add(pair)) {
                    twice.add(pair);
                }
            }
            Claim claim = probe.claim("VER-012").on(details).at("/data/endpoints");
            boolean both = LISTS.stream()
                    .anyMatch(module -> pairs.contains(module + " SENDER") && pairs.contains(module + " RECEIVER"));
            if (!twice.isEmpty()) {
                claim.warns("each module once per role", twice);
            } else if (both) {
                claim.held();
            }
        }
        if (roles(probe).size() == 1) {
            probe.claim("VER-012").notApplicable("the platform has one market role: " + roles(probe));
        }
    }

    @Proves(value = "VER-013", stage = Stage.FINAL)
    void one_versions_list_may_serve_several_roles(Probe probe) {
        Set<String> roles = roles(probe);
        if (roles.size() > 1) {
            probe.claim("VER-013").notes("one versions URL serves " + roles);
            probe.claim("VER-013").held();
        } else if (roles.size() == 1) {
            probe.claim("VER-013").notApplicable("the platform has one market role: " + roles);
        }
    }

    private static Set<String> roles(Probe probe) {
        Set<String> roles = new HashSet<>();
        probe.credentials()
                .path("roles")
                .forEach(role -> roles.add(role.path("role").asText()));
        return roles;
    }

    /** Endpoints that changed in the course of the run, unasked; no trigger moves them. */
    @Proves(value = "VER-014", stage = Stage.FINAL)
    void changed_endpoints_are_announced_by_put(Probe probe) {
        List<SeenObject> seen = probe.seen().all("VersionDetails");
        for (int i = 1; i < seen.size(); i++) {
            WireExchange before = seen.get(i - 1).exchange();
            WireExchange after = seen.get(i).exchange();
            if (!endpoints(seen.get(i - 1)).equals(endpoints(seen.get(i)))) {
                boolean told = !probe.evidence()
                        .received(call -> call.method().equals("PUT")
                                && call.target()
                                        .filter(target -> target.module().equals("credentials"))
                                        .isPresent()
                                && !call.at().isBefore(before.at()))
                        .isEmpty();
                probe.claim("VER-014").on(after).holds(told, "a PUT of credentials when endpoints change", "none");
            }
        }
    }

    private static Set<JsonNode> endpoints(SeenObject details) {
        Set<JsonNode> endpoints = new HashSet<>();
        details.json().path("endpoints").forEach(endpoints::add);
        return endpoints;
    }
}
