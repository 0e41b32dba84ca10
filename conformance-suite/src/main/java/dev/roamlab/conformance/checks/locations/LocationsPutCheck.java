package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.checks.locations.Comparison.Difference;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;

/** What a PUT replaces, adds and leaves alone. Spec: mod_locations_put_method. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationsPutCheck {
    @Proves(value = "LOC-049", sut = SutRole.EMSP)
    void a_put_replaces_the_whole_location(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            location.put("name", "Before");
            location.putArray("directions").addObject().put("language", "en").put("text", "Turn left");
            ((ObjectNode) location.path("evses").get(0)).put("floor_level", "-1");
            cpo.require(location);
            JsonNode before = cpo.stored(location).data();
            ObjectNode less = location.deepCopy().put("last_updated", cpo.moment(2));
            less.remove(List.of("name", "directions"));
            ((ObjectNode) less.path("evses").get(0))
                    .put("last_updated", cpo.moment(2))
                    .remove("floor_level");
            WireExchange put = cpo.put(less);
            if (!probe.claim("LOC-049").on(put).holds(put.accepted(), "accepted", put.outcome())) {
                return;
            }
            List<String> kept = optional(before);
            if (kept.isEmpty()) {
                throw probe.inconclusive("the Receiver keeps none of name, directions and floor_level");
            }
            WireExchange after = cpo.get(data -> optional(data).isEmpty(), Parts.text(location, "id"));
            probe.claim("LOC-049")
                    .on(after)
                    .at("/data")
                    .holds(
                            after.accepted() && optional(after.data()).isEmpty(),
                            "what was left out is gone: " + kept,
                            after.outcome() + ", still there: " + optional(after.data()));
        }
    }

    private static List<String> optional(JsonNode location) {
        JsonNode floor = Parts.evses(location).stream()
                .map(evse -> evse.path("floor_level"))
                .filter(level -> !Parts.absent(level))
                .findFirst()
                .orElse(location.path("no floor_level"));
        return java.util.stream.Stream.of(
                        Parts.absent(location.path("name")) ? "" : "name",
                        Parts.absent(location.path("directions")) ? "" : "directions",
                        Parts.absent(floor) ? "" : "floor_level")
                .filter(field -> !field.isEmpty())
                .toList();
    }

    @Proves(
            value = {"LOC-048", "LOC-051", "LOC-059"},
            sut = SutRole.EMSP)
    void a_put_of_an_evse_adds_it_and_renews_the_location(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            JsonNode before = cpo.stored(location).data();
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, "C");
            ObjectNode evse = cpo.evse(uid).put("last_updated", cpo.moment(2));
            WireExchange put = cpo.put(evse, id, uid);
            if (!probe.claim("LOC-059").on(put).holds(put.accepted(), "accepted", put.outcome())) {
                throw probe.skip("the Receiver did not take a new EVSE (LOC-059): " + put.outcome());
            }
            probe.claim("LOC-048").on(put).holds(put.status() == 201, "HTTP 201 for a new EVSE", put.outcome());
            WireExchange after =
                    cpo.get(data -> Parts.evse(data, uid).isPresent() && Renewal.isAtLeast(data, cpo.instant(2)), id);
            added(probe, "LOC-059", after, before, evse, "/evses/" + uid);
            Renewal.judge(probe, "LOC-051", after, after.data(), "/data/last_updated", cpo.instant(2));
            List<Difference> others = elsewhere(before, after.data(), "/evses/" + uid);
            probe.claim("LOC-051").on(after).at("/data/evses").holds(others.isEmpty(), "other EVSEs unchanged", others);
        }
    }

    private static void added(
            Probe probe, String requirement, WireExchange after, JsonNode before, ObjectNode part, String place) {
        JsonNode found = Parts.evse(after.data(), Parts.text(part, "uid"))
                .orElse(after.data().path("none"));
        List<Difference> lost = Comparison.lost(part, found).stream()
                .filter(difference -> difference.required())
                .toList();
        probe.claim(requirement).on(after).at("/data/evses").holds(lost.isEmpty(), "the EVSE as it was pushed", lost);
        List<Difference> others = elsewhere(before, after.data(), place);
        probe.claim(requirement).on(after).at("/data/evses").holds(others.isEmpty(), "other EVSEs unchanged", others);
    }

    /** What changed in the Location's EVSEs, except at this place; moments above it may follow. */
    private static List<Difference> elsewhere(JsonNode before, JsonNode after, String place) {
        return Comparison.differences(before, after).stream()
                .filter(difference -> difference.pointer().startsWith("/evses"))
                .filter(difference -> !difference.pointer().regionMatches(true, 0, place, 0, place.length()))
                .toList();
    }

    @Proves(
            value = {"LOC-050", "LOC-058"},
            sut = SutRole.EMSP)
    void a_put_of_a_connector_touches_that_connector_only(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, Pusher.A);
            ((ArrayNode) Parts.evse(location, uid).orElseThrow().path("connectors")).remove(1);
            cpo.require(location);
            JsonNode before = cpo.stored(location).data();
            WireExchange put = cpo.put(connector(cpo, 2, 16), id, uid, "2");
            if (!probe.claim("LOC-058").on(put).holds(put.accepted(), "accepted", put.outcome())) {
                throw probe.skip("the Receiver did not take a new Connector (LOC-058): " + put.outcome());
            }
            WireExchange after = connectorIs(probe, cpo, before, 16, id, uid);
            renewed(probe, cpo, before, id, uid);
            WireExchange replaced = cpo.put(connector(cpo, 3, 20), id, uid, "2");
            if (probe.claim("LOC-058").on(replaced).holds(replaced.accepted(), "accepted", replaced.outcome())) {
                WireExchange last = connectorIs(probe, cpo, before, 20, id, uid);
                List<Difference> more = Comparison.differences(after.data(), last.data()).stream()
                        .filter(change -> !change.field().equals("last_updated"))
                        .filter(change -> !change.pointer().equals("/connectors/2/max_amperage"))
                        .toList();
                probe.claim("LOC-058").on(last).at("/data").holds(more.isEmpty(), "only max_amperage new", more);
            }
        }
    }

    private static ObjectNode connector(Pusher cpo, int moment, int amperes) {
        return cpo.connector("2").put("max_amperage", amperes).put("last_updated", cpo.moment(moment));
    }

    private static WireExchange connectorIs(
            Probe probe, Pusher cpo, JsonNode before, int amperes, String id, String uid) {
        WireExchange after = cpo.get(data -> amperage(data) == amperes, id, uid);
        probe.claim("LOC-058")
                .on(after)
                .at("/data/connectors")
                .holds(amperage(after.data()) == amperes, "Connector 2 with max_amperage " + amperes, after.data());
        JsonNode evse = Parts.evse(before, uid).orElse(before);
        JsonNode one = Parts.connector(evse, "1").orElse(evse.path("none"));
        JsonNode same = Parts.connector(after.data(), "1").orElse(evse.path("none"));
        List<Difference> changed = Comparison.differences(one, same);
        probe.claim("LOC-058")
                .on(after)
                .at("/data/connectors")
                .holds(changed.isEmpty(), "Connector 1 unchanged", changed);
        return after;
    }

    private static int amperage(JsonNode evse) {
        return Parts.connector(evse, "2")
                .map(found -> found.path("max_amperage").asInt())
                .orElse(0);
    }

    private static void renewed(Probe probe, Pusher cpo, JsonNode before, String id, String uid) {
        WireExchange location = cpo.get(data -> Renewal.isAtLeast(data, cpo.instant(2)), id);
        Renewal.judge(probe, "LOC-050", location, location.data(), "/data/last_updated", cpo.instant(2));
        WireExchange evse = cpo.get(data -> Renewal.isAtLeast(data, cpo.instant(2)), id, uid);
        Renewal.judge(probe, "LOC-050", evse, evse.data(), "/data/last_updated", cpo.instant(2));
        String sibling = Parts.text(before, "id") + "-" + Pusher.B;
        JsonNode other = Parts.evse(location.data(), sibling).orElse(before.path("none"));
        probe.claim("LOC-050")
                .on(location)
                .at("/data/evses")
                .holds(
                        Parts.updated(other).filter(cpo.instant(1)::equals).isPresent(),
                        "the other EVSE still of " + cpo.moment(1),
                        other.path("last_updated"));
    }

    @Proves(value = "LOC-104", sut = SutRole.EMSP)
    void connectors_of_different_evses_may_have_the_same_id(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            int amperes = 10;
            for (JsonNode evse : location.path("evses")) {
                ((ObjectNode) evse.path("connectors").get(0)).put("max_amperage", amperes++);
            }
            WireExchange put = cpo.put(location);
            if (!probe.claim("LOC-104").on(put).holds(put.accepted(), "accepted", put.outcome())) {
                return;
            }
            String id = Parts.text(location, "id");
            for (JsonNode evse : location.path("evses")) {
                JsonNode expected = evse.path("connectors").get(0).path("max_amperage");
                WireExchange got = cpo.get(
                        data -> Comparison.same("max_amperage", expected, data.path("max_amperage")),
                        id,
                        Parts.text(evse, "uid"),
                        "1");
                probe.claim("LOC-104")
                        .on(got)
                        .at("/data/max_amperage")
                        .holds(
                                Comparison.same(
                                        "max_amperage", expected, got.data().path("max_amperage")),
                                expected.toString(),
                                got.outcome() + " " + got.data().path("max_amperage"));
            }
        }
    }
}
