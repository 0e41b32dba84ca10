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
import dev.roamlab.conformance.wire.WireExchange;
import java.util.List;

/** What a Receiver of Locations does not do. Spec: mod_locations_emsp_interface, status_codes_status_codes. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationsRefusalCheck {
    @Proves(value = "LOC-039", sut = SutRole.EMSP)
    void get_of_an_unknown_object_is_answered_404(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            cpo.stored(location);
            String id = Parts.text(location, "id");
            String none = probe.runId() + "-none";
            String uid = Pusher.uid(location, Pusher.A);
            for (WireExchange answer : List.of(cpo.get(none), cpo.get(id, none), cpo.get(id, uid, none))) {
                Missing.judge(probe, "LOC-039", answer);
            }
        }
    }

    @Proves(value = "LOC-043", sut = SutRole.EMSP)
    void post_creates_nothing(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            for (String[] path : List.of(
                    new String[] {},
                    new String[] {cpo.us().countryCode(), cpo.us().partyId()})) {
                ObjectNode location = cpo.bare();
                WireExchange answer =
                        cpo.call("POST", path).body(location).once().send();
                probe.claim("LOC-043")
                        .on(answer)
                        .holdsOrWarns(!answer.accepted(), "a refusal of POST", answer.outcome());
                WireExchange get = cpo.get(Parts.text(location, "id"));
                probe.claim("LOC-043").on(get).at("/data").holds(!shows(get), "no such Location", get.data());
            }
        }
    }

    private static boolean shows(WireExchange get) {
        return get.accepted() && get.data().isObject() && !get.data().isEmpty();
    }

    @Proves(value = "LOC-044", sut = SutRole.EMSP)
    void delete_removes_nothing(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            JsonNode before = cpo.stored(location).data();
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, Pusher.A);
            for (String[] path : List.of(new String[] {id, uid, "1"}, new String[] {id, uid}, new String[] {id})) {
                WireExchange answer = cpo.call(
                                "DELETE", cpo.us().countryCode(), cpo.us().partyId())
                        .path(path)
                        .once()
                        .send();
                probe.claim("LOC-044")
                        .on(answer)
                        .holdsOrWarns(!answer.accepted(), "a refusal of DELETE", answer.outcome());
                WireExchange after = cpo.get(id);
                List<Difference> changed = Comparison.differences(before, after.data());
                probe.claim("LOC-044")
                        .on(after)
                        .at("/data")
                        .holds(
                                shows(after) && changed.isEmpty(),
                                "the Location unchanged",
                                after.outcome() + " " + changed);
            }
        }
    }

    @Proves(value = "LOC-046", sut = SutRole.EMSP)
    void other_parties_objects_are_hidden(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            String country = cpo.us().countryCode();
            String stranger = cpo.us().partyId().equalsIgnoreCase("ZZX") ? "ZZY" : "ZZX";
            ObjectNode location = cpo.bare().put("party_id", stranger);
            String id = Parts.text(location, "id");
            WireExchange get = cpo.call("GET", country, stranger, id).send();
            probe.claim("LOC-046").on(get).holds(!shows(get), "HTTP 404 or another refusal", get.outcome());
            WireExchange put =
                    cpo.call("PUT", country, stranger, id).body(location).once().send();
            probe.claim("LOC-046").on(put).holdsOrWarns(!put.accepted(), "HTTP 404 or another refusal", put.outcome());
            WireExchange again = cpo.call("GET", country, stranger, id).send();
            probe.claim("LOC-046").on(again).at("/data").holds(!shows(again), "no data of another party", again.data());
        }
    }

    @Proves(value = "LOC-057", sut = SutRole.EMSP)
    void an_object_at_another_objects_url_is_answered_2001(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            String id = Parts.text(location, "id");
            String other = id + "-OTHER";
            mismatch(probe, cpo.put(location, other));
            nothingStored(probe, cpo.get(id));
            nothingStored(probe, cpo.get(other));
            String abroad = cpo.us().countryCode().equalsIgnoreCase("BE") ? "DE" : "BE";
            ObjectNode foreign = cpo.bare().put("country_code", abroad);
            mismatch(probe, cpo.put(foreign));
            nothingStored(probe, cpo.get(Parts.text(foreign, "id")));
            ObjectNode known = cpo.location();
            cpo.require(known);
            cpo.stored(known);
            String around = Parts.text(known, "id");
            mismatch(probe, cpo.put(cpo.evse(Pusher.uid(known, "C")), around, Pusher.uid(known, "D")));
            nothingStored(probe, cpo.get(around, Pusher.uid(known, "C")));
            nothingStored(probe, cpo.get(around, Pusher.uid(known, "D")));
        }
    }

    private static void mismatch(Probe probe, WireExchange put) {
        probe.claim("LOC-057").on(put).holds(isInvalid(put), "HTTP 200 with status_code 2001", put.outcome());
    }

    private static boolean isInvalid(WireExchange answer) {
        return answer.status() == 200
                && answer.ocpiStatus().filter(code -> code == 2001).isPresent();
    }

    private static void nothingStored(Probe probe, WireExchange get) {
        probe.claim("LOC-057").on(get).holds(!shows(get), "HTTP 404", get.outcome());
    }

    @Proves(value = "LOC-060", sut = SutRole.EMSP)
    void half_filled_objects_are_not_stored(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode known = cpo.location();
            cpo.require(known);
            cpo.stored(known);
            String id = Parts.text(known, "id");
            String uid = Pusher.uid(known, Pusher.A);
            ObjectNode location = cpo.bare();
            location.remove("time_zone");
            half(probe, cpo.put(location), cpo.get(Parts.text(location, "id")), "time_zone");
            String fresh = Pusher.uid(known, "C");
            ObjectNode evse = cpo.evse(fresh);
            evse.remove("connectors");
            half(probe, cpo.put(evse, id, fresh), cpo.get(id, fresh), "connectors");
            ObjectNode connector = cpo.connector("3");
            connector.remove("power_type");
            half(probe, cpo.put(connector, id, uid, "3"), cpo.get(id, uid, "3"), "power_type");
        }
    }

    private static void half(Probe probe, WireExchange put, WireExchange get, String missing) {
        probe.claim("LOC-060")
                .on(put)
                .holds(isInvalid(put), "HTTP 200 with status_code 2001 without " + missing, put.outcome());
        boolean damaged = shows(get) && Parts.absent(get.data().path(missing));
        probe.claim("LOC-060").on(get).at("/data").holds(!damaged, "no object without " + missing, get.data());
    }

    @Proves(value = "LOC-063", sut = SutRole.EMSP)
    void a_patch_without_last_updated_changes_nothing(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            cpo.stored(location);
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, Pusher.A);
            WireExchange patch = cpo.patch(JsonNodeFactory.instance.objectNode().put("status", "BLOCKED"), id, uid);
            probe.claim("LOC-063").on(patch).holds(isInvalid(patch), "HTTP 200 with status_code 2001", patch.outcome());
            WireExchange get = cpo.get(id, uid);
            probe.claim("LOC-063")
                    .on(get)
                    .at("/data/status")
                    .holds(
                            Parts.text(get.data(), "status").equals("AVAILABLE"),
                            "the status as before, AVAILABLE",
                            get.data().path("status"));
        }
    }

    @Proves(value = "LOC-067", sut = SutRole.EMSP)
    void a_patch_of_an_unknown_object_creates_nothing(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            String id = Parts.text(cpo.bare(), "id");
            ObjectNode status = JsonNodeFactory.instance
                    .objectNode()
                    .put("status", "AVAILABLE")
                    .put("last_updated", cpo.moment(2));
            WireExchange patch = cpo.patch(status, id, id + "-A");
            boolean unknown = patch.status() == 404
                    || patch.ocpiStatus().filter(code -> code / 1000 == 2).isPresent();
            probe.claim("LOC-067").on(patch).holds(unknown, "HTTP 404 or a status_code 2xxx", patch.outcome());
            for (WireExchange get : List.of(cpo.get(id), cpo.get(id, id + "-A"))) {
                probe.claim("LOC-067").on(get).holds(!shows(get), "HTTP 404", get.outcome());
            }
        }
    }
}
