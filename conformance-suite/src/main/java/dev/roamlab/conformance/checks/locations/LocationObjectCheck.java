package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Single Locations, EVSEs and Connectors of a CPO. Spec: mod_locations_get_object_request_parameters. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationObjectCheck {
    /** A Connector with all that is around it. */
    private record Branch(JsonNode location, JsonNode evse, JsonNode connector) {
        String id() {
            return Parts.text(location, "id");
        }

        String uid() {
            return Parts.text(evse, "uid");
        }

        String connectorId() {
            return Parts.text(connector, "id");
        }
    }

    private static Branch branch(Probe probe) {
        return branch(probe.crawl("locations").objects())
                .orElseThrow(() -> probe.inconclusive("the list has no Location with an EVSE and a Connector"));
    }

    private static Optional<Branch> branch(List<JsonNode> locations) {
        for (JsonNode location : locations) {
            for (JsonNode evse : Parts.evses(location)) {
                Optional<JsonNode> connector = Parts.connectors(evse).stream().findFirst();
                if (connector.isPresent() && !Parts.text(evse, "status").equals("REMOVED")) {
                    return Optional.of(new Branch(location, evse, connector.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static WireExchange get(Probe probe, String... ids) {
        return probe.get(probe.endpoint("locations", Side.SENDER)).path(ids).send();
    }

    @Proves(
            value = {"LOC-035", "LOC-040"},
            sut = SutRole.CPO)
    void a_location_is_returned_by_its_id(Probe probe) {
        Attempt.judge(probe, attempt -> {
            JsonNode listed =
                    Listing.atLeast(probe, 1, Listing.fresh(probe).objects()).get(0);
            String id = Parts.text(listed, "id");
            WireExchange answer = get(probe, id);
            boolean found = succeeded(answer) && Parts.text(answer.data(), "id").equalsIgnoreCase(id);
            attempt.holds(
                    "LOC-035",
                    answer,
                    found,
                    "the Location " + id,
                    answer.outcome() + " " + answer.data().path("id"));
            kind(attempt, answer, "country_code", "coordinates");
            if (found && Parts.updated(listed).equals(Parts.updated(answer.data()))) {
                List<Comparison.Difference> differences = Comparison.differences(listed, answer.data());
                attempt.holds("LOC-035", answer, differences.isEmpty(), "the same as in the list", differences);
            }
        });
    }

    private static boolean succeeded(WireExchange answer) {
        return answer.status() == 200
                && answer.ocpiStatus().filter(code -> code == 1000).isPresent();
    }

    private static void kind(Attempt attempt, WireExchange answer, String... fields) {
        if (answer.accepted()) {
            boolean one = answer.data().isObject();
            for (String field : fields) {
                one &= !answer.data().path(field).isMissingNode();
            }
            attempt.holds("LOC-040", answer, one, "one object with " + String.join(" and ", fields), answer.data());
        }
    }

    @Proves(
            value = {"LOC-036", "LOC-037", "LOC-040"},
            sut = SutRole.CPO)
    void an_evse_and_a_connector_are_returned_by_their_ids(Probe probe) {
        Branch branch = branch(probe);
        Attempt.judge(probe, attempt -> {
            WireExchange evse = get(probe, branch.id(), branch.uid());
            boolean right = succeeded(evse)
                    && Parts.text(evse.data(), "uid").equalsIgnoreCase(branch.uid())
                    && evse.data().has("connectors");
            attempt.holds("LOC-036", evse, right, "the EVSE " + branch.uid(), evse.outcome() + " " + evse.data());
            kind(attempt, evse, "uid", "connectors");
            WireExchange connector = get(probe, branch.id(), branch.uid(), branch.connectorId());
            boolean same = succeeded(connector)
                    && Parts.text(connector.data(), "id").equalsIgnoreCase(branch.connectorId())
                    && connector.data().has("standard");
            attempt.holds(
                    "LOC-037",
                    connector,
                    same,
                    "the Connector " + branch.connectorId(),
                    connector.outcome() + " " + connector.data());
            kind(attempt, connector, "standard", "power_type");
        });
    }

    @Proves(value = "LOC-038", sut = SutRole.CPO)
    void ids_in_the_url_are_found_in_another_case(Probe probe) {
        boolean judged = false;
        for (JsonNode location : probe.crawl("locations").objects()) {
            String id = Parts.text(location, "id");
            if (!judged && !id.equals(Parts.swappedCase(id)) && id.chars().allMatch(c -> c < 128)) {
                WireExchange answer = get(probe, Parts.swappedCase(id));
                boolean found =
                        answer.accepted() && Parts.text(answer.data(), "id").equalsIgnoreCase(id);
                probe.claim("LOC-038").on(answer).holds(found, "the Location " + id, answer.outcome());
                judged = true;
            }
        }
        if (!judged) {
            throw probe.inconclusive("no id in the list has a letter in it");
        }
    }

    @Proves(value = "LOC-039", sut = SutRole.CPO)
    void get_of_an_unknown_object_is_answered_404(Probe probe) {
        String none = probe.runId() + "-does-not-exist";
        Missing.judge(probe, "LOC-039", get(probe, none));
        branch(probe.crawl("locations").objects()).ifPresent(branch -> {
            Missing.judge(probe, "LOC-039", get(probe, branch.id(), none));
            Missing.judge(probe, "LOC-039", get(probe, branch.id(), branch.uid(), none));
        });
    }

    @Proves(value = "LOC-019", sut = SutRole.CPO)
    void the_sender_interface_takes_nothing(Probe probe) {
        URI url = probe.endpoint("locations", Side.SENDER);
        ObjectNode ghost = probe.platform().samples().locations().minimal(probe.version());
        ghost.put("country_code", probe.party().countryCode())
                .put("party_id", probe.party().partyId());
        String id = Parts.text(ghost, "id");
        refused(probe, probe.post(url, ghost).once().send());
        for (String method : List.of("POST", "PUT", "PATCH")) {
            refused(probe, probe.call(method, url).path(id).body(ghost).once().send());
        }
        refused(probe, probe.delete(url).path(id).once().send());
        WireExchange get = get(probe, id);
        boolean exists = get.accepted() && Parts.text(get.data(), "id").equalsIgnoreCase(id);
        probe.claim("LOC-019").on(get).at("/data").holds(!exists, "no Location " + id, get.data());
        boolean listed = Parts.with("id", id, Listing.fresh(probe).objects()).isPresent();
        probe.claim("LOC-019").on(get).holds(!listed, "no Location " + id + " in the list", "it is listed");
    }

    private static void refused(Probe probe, WireExchange answer) {
        boolean success =
                answer.ocpiStatus().filter(code -> code / 1000 == 1).isPresent() && answer.status() / 100 == 2;
        probe.claim("LOC-019").on(answer).holdsOrWarns(!success, "a refusal of " + answer.method(), answer.outcome());
    }
}
