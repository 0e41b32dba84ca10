package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.locations.Comparison.Difference;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What a PATCH changes and what it leaves alone. Spec: mod_locations_patch_method. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationsPatchCheck {
    private static final String ANY_MOMENT = "last_updated";

    @Proves(value = "LOC-061", sut = SutRole.EMSP)
    void a_patch_of_a_location_changes_the_given_fields_only(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            JsonNode before = cpo.stored(location).data();
            String id = Parts.text(location, "id");
            // A Receiver need not keep a name; every Location has a city.
            String field = Parts.absent(before.path("name")) ? "city" : "name";
            WireExchange patch = cpo.patch(fields(cpo, 2).put(field, "New"), id);
            if (!probe.claim("LOC-061").on(patch).holds(patch.accepted(), "accepted", patch.outcome())) {
                return;
            }
            WireExchange after = cpo.get(data -> Parts.text(data, field).equals("New") && isOf(data, cpo, 2), id);
            probe.claim("LOC-061")
                    .on(after)
                    .at("/data/" + field, "/data/last_updated")
                    .holds(
                            Parts.text(after.data(), field).equals("New") && isOf(after.data(), cpo, 2),
                            field + " New and last_updated " + cpo.moment(2),
                            after.data().path(field) + " and " + after.data().path(ANY_MOMENT));
            onlyThese(probe, "LOC-061", before, after, Set.of("/" + field, "/last_updated"));
        }
    }

    private static ObjectNode fields(Pusher cpo, int moment) {
        return JsonNodeFactory.instance.objectNode().put("last_updated", cpo.moment(moment));
    }

    private static boolean isOf(JsonNode object, Pusher cpo, int moment) {
        return Parts.updated(object).filter(cpo.instant(moment)::equals).isPresent();
    }

    private static void onlyThese(
            Probe probe, String requirement, JsonNode before, WireExchange after, Set<String> changed) {
        List<Difference> others = Comparison.differences(before, after.data()).stream()
                .filter(difference -> !changed.contains(difference.pointer()))
                .toList();
        probe.claim(requirement).on(after).at("/data").holds(others.isEmpty(), "everything else unchanged", others);
    }

    @Proves(
            value = {"LOC-065", "LOC-069"},
            sut = SutRole.EMSP)
    void a_patch_of_an_evse_changes_the_given_fields_only(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            JsonNode before = cpo.stored(location).data();
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, Pusher.A);
            WireExchange patch = cpo.patch(fields(cpo, 2).put("status", "CHARGING"), id, uid);
            if (!probe.claim("LOC-069").on(patch).holds(patch.accepted(), "accepted", patch.outcome())) {
                throw probe.skip("the Receiver did not take the PATCH (LOC-069): " + patch.outcome());
            }
            WireExchange after = cpo.get(
                    data -> status(data, uid).equals("CHARGING") && Renewal.isAtLeast(data, cpo.instant(2)), id);
            probe.claim("LOC-069")
                    .on(after)
                    .at("/data/evses")
                    .holds(status(after.data(), uid).equals("CHARGING"), "CHARGING", status(after.data(), uid));
            String place = "/evses/" + Parts.text(Parts.evse(before, uid).orElse(before), "uid");
            onlyThese(
                    probe,
                    "LOC-069",
                    before,
                    after,
                    Set.of("/last_updated", place + "/status", place + "/last_updated"));
            Renewal.judge(probe, "LOC-065", after, after.data(), "/data/last_updated", cpo.instant(2));
            ownMoments(probe, after, Parts.evse(after.data(), uid).orElse(before.path("none")), cpo);
        }
    }

    private static String status(JsonNode location, String uid) {
        return Parts.evse(location, uid).map(evse -> Parts.text(evse, "status")).orElse("");
    }

    private static void ownMoments(Probe probe, WireExchange after, JsonNode evse, Pusher cpo) {
        List<JsonNode> moved = Parts.connectors(evse).stream()
                .filter(connector -> !isOf(connector, cpo, 1))
                .map(connector -> connector.path(ANY_MOMENT))
                .toList();
        probe.claim("LOC-065")
                .on(after)
                .at("/data/evses")
                .holds(moved.isEmpty(), "the EVSE's Connectors still of " + cpo.moment(1), moved);
    }

    @Proves(
            value = {"LOC-064", "LOC-070", "LOC-071"},
            sut = SutRole.EMSP)
    void a_patch_of_a_connector_changes_the_given_fields_only(Probe probe) {
        try (PushedTariffs tariffs = new PushedTariffs(probe);
                Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, Pusher.A);
            ObjectNode priced = location.deepCopy();
            ((ObjectNode) priced.path("evses").get(0).path("connectors").get(0))
                    .putArray("tariff_ids")
                    .add(tariffs.first());
            // A Receiver without a tariffs endpoint may refuse ids that it cannot know.
            boolean withTariffs = cpo.put(priced).accepted();
            if (!withTariffs) {
                cpo.require(location);
            }
            JsonNode before = cpo.stored(location).data();
            boolean kept = withTariffs
                    && !Parts.absent(tariffIds(Parts.evse(before, uid).orElse(before)));
            ObjectNode change = fields(cpo, 2);
            if (kept) {
                change.putArray("tariff_ids").add(tariffs.second());
            } else {
                change.put("max_amperage", 20);
            }
            connectorPatched(probe, cpo, before, change, kept, id, uid);
        }
    }

    private static JsonNode tariffIds(JsonNode evse) {
        return Parts.connector(evse, "1").orElse(evse).path("tariff_ids");
    }

    private static void connectorPatched(
            Probe probe, Pusher cpo, JsonNode before, ObjectNode change, boolean list, String id, String uid) {
        WireExchange patch = cpo.patch(change, id, uid, "1");
        if (!probe.claim("LOC-070").on(patch).holds(patch.accepted(), "accepted", patch.outcome())) {
            throw probe.skip("the Receiver did not take the PATCH (LOC-070): " + patch.outcome());
        }
        String field = list ? "tariff_ids" : "max_amperage";
        WireExchange evse =
                cpo.get(data -> isNow(data, field, change) && Renewal.isAtLeast(data, cpo.instant(2)), id, uid);
        JsonNode connector = Parts.connector(evse.data(), "1").orElse(before.path("none"));
        probe.claim("LOC-070")
                .on(evse)
                .at("/data/connectors")
                .holds(
                        contains(connector.path(field), change.path(field)),
                        field + " " + change.path(field),
                        connector.path(field));
        if (list) {
            probe.claim("LOC-071")
                    .on(evse)
                    .at("/data/connectors")
                    .holds(isNow(evse.data(), field, change), "exactly " + change.path(field), connector.path(field));
        } else {
            probe.claim("LOC-071").inconclusive("the Receiver keeps no tariff_ids");
        }
        onlyThese(
                probe,
                "LOC-070",
                Parts.evse(before, uid).orElse(before),
                evse,
                Set.of("/last_updated", "/connectors/1/" + field, "/connectors/1/last_updated"));
        Renewal.judge(probe, "LOC-064", evse, evse.data(), "/data/last_updated", cpo.instant(2));
        WireExchange location = cpo.get(data -> Renewal.isAtLeast(data, cpo.instant(2)), id);
        Renewal.judge(probe, "LOC-064", location, location.data(), "/data/last_updated", cpo.instant(2));
    }

    private static boolean isNow(JsonNode evse, String field, JsonNode change) {
        return Parts.connector(evse, "1")
                .filter(connector -> Comparison.same(field, connector.path(field), change.path(field)))
                .isPresent();
    }

    private static boolean contains(JsonNode value, JsonNode wanted) {
        return wanted.isArray()
                ? Parts.strings(value).stream()
                        .anyMatch(id -> id.equalsIgnoreCase(wanted.get(0).asText()))
                : Comparison.same("", value, wanted);
    }

    /** Two tariffs that a Receiver of Tariffs knows, as long as they are needed. */
    private static final class PushedTariffs implements AutoCloseable {
        private final Probe probe;
        private final List<ObjectNode> tariffs;
        private final boolean taken;

        PushedTariffs(Probe probe) {
            this.probe = probe;
            this.tariffs = List.of(
                    probe.platform().samples().tariffs().minimal(probe.version()),
                    probe.platform().samples().tariffs().minimal(probe.version()));
            this.taken = probe.offers("tariffs", Side.RECEIVER)
                    && !probe.sut().limits().untouchable().contains("tariffs");
            if (taken) {
                tariffs.forEach(tariff -> send("PUT", tariff));
            }
        }

        String first() {
            return Parts.text(tariffs.get(0), "id");
        }

        String second() {
            return Parts.text(tariffs.get(1), "id");
        }

        private void send(String method, ObjectNode tariff) {
            URI url = probe.endpoint("tariffs", Side.RECEIVER);
            var call = probe.call(method, url)
                    .path(probe.us().countryCode(), probe.us().partyId(), Parts.text(tariff, "id"));
            if (method.equals("PUT")) {
                call.body(tariff);
            }
            call.attempt();
        }

        @Override
        public void close() {
            if (taken) {
                tariffs.forEach(tariff -> send("DELETE", tariff));
            }
        }
    }
}
