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

/** What is pushed to an eMSP, and what it gives back. Spec: mod_locations_emsp_interface. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationsReceiverCheck {
    @Proves(
            value = {"LOC-041", "LOC-042", "LOC-045", "LOC-047", "LOC-048", "LOC-053"},
            sut = SutRole.EMSP)
    void a_pushed_location_is_stored_and_returned_at_three_depths(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, Pusher.A);
            WireExchange put = cpo.put(location);
            boolean stored = created(probe, put);
            if (!stored) {
                throw probe.skip("the Receiver did not take a valid Location (LOC-047): " + put.outcome());
            }
            JsonNode evse = Parts.evse(location, uid).orElseThrow();
            JsonNode connector = Parts.connector(evse, "1").orElseThrow();
            WireExchange whole = returned(probe, cpo, location, id);
            probe.claim("LOC-047")
                    .on(whole)
                    .at("/data")
                    .holds(serious(location, whole.data()).isEmpty(), "the Location that was pushed", whole.data());
            returned(probe, cpo, evse, id, uid);
            returned(probe, cpo, connector, id, uid, "1");
            again(probe, cpo, location);
            changeEachDepth(probe, cpo, id, uid);
        }
    }

    private static boolean created(Probe probe, WireExchange put) {
        String expected = "HTTP 201 and status_code 1000";
        boolean plain = (put.status() == 200 || put.status() == 201)
                && put.ocpiStatus().filter(code -> code == 1000).isPresent();
        if (probe.claim("LOC-047").on(put).holds(plain, expected, put.outcome())) {
            probe.claim("LOC-047").on(put).holdsOrWarns(put.status() == 201, expected, put.outcome());
        }
        probe.claim("LOC-041").on(put).holds(put.accepted(), "accepted", put.outcome());
        probe.claim("LOC-042").on(put).holds(put.accepted(), "PUT accepted", put.outcome());
        if (put.accepted()) {
            probe.claim("LOC-048").on(put).holds(put.status() == 201, "HTTP 201 for a new Location", put.outcome());
        }
        withoutData(probe, put);
        return put.accepted();
    }

    private static WireExchange returned(Probe probe, Pusher cpo, JsonNode pushed, String... ids) {
        WireExchange answer = cpo.get(data -> serious(pushed, data).isEmpty(), ids);
        if (probe.proves("LOC-042")) {
            probe.claim("LOC-041").on(answer).holds(answer.accepted(), "accepted", answer.outcome());
            probe.claim("LOC-042").on(answer).holds(answer.accepted(), "GET accepted", answer.outcome());
        }
        boolean single = answer.accepted() && answer.data().isObject();
        if (probe.claim("LOC-045")
                .on(answer)
                .at("/data")
                .holds(single, "status_code 1000 and the object as it was pushed", answer.outcome())) {
            List<Difference> serious = serious(pushed, answer.data());
            probe.claim("LOC-045").on(answer).at("/data").holds(serious.isEmpty(), "what was pushed", serious);
            List<Difference> lost = Comparison.lost(pushed, answer.data());
            if (serious.isEmpty()) {
                probe.claim("LOC-045").on(answer).at("/data").holdsOrWarns(lost.isEmpty(), "all that was pushed", lost);
            }
        }
        return answer;
    }

    private static List<Difference> serious(JsonNode pushed, JsonNode returned) {
        return Comparison.lost(pushed, returned).stream()
                .filter(difference ->
                        difference.required() || difference.field().equals("evses"))
                .toList();
    }

    private static void again(Probe probe, Pusher cpo, ObjectNode location) {
        WireExchange update = cpo.put(location.deepCopy().put("last_updated", cpo.moment(2)));
        if (update.accepted()) {
            probe.claim("LOC-048").on(update).holds(update.status() == 200, "HTTP 200 for an update", update.outcome());
        }
        withoutData(probe, update);
    }

    private static void changeEachDepth(Probe probe, Pusher cpo, String id, String uid) {
        ObjectNode name = fields(cpo, 3).put("name", "Tester Square");
        ObjectNode status = fields(cpo, 4).put("status", "BLOCKED");
        ObjectNode current = fields(cpo, 5).put("max_amperage", 16);
        for (WireExchange patch :
                List.of(cpo.patch(name, id), cpo.patch(status, id, uid), cpo.patch(current, id, uid, "1"))) {
            probe.claim("LOC-041").on(patch).holds(patch.accepted(), "accepted", patch.outcome());
            probe.claim("LOC-042").on(patch).holds(patch.accepted(), "PATCH accepted", patch.outcome());
            withoutData(probe, patch);
        }
        WireExchange evse = cpo.put(cpo.evse(uid).put("last_updated", cpo.moment(6)), id, uid);
        WireExchange connector = cpo.put(cpo.connector("1").put("last_updated", cpo.moment(7)), id, uid, "1");
        for (WireExchange put : List.of(evse, connector)) {
            probe.claim("LOC-041").on(put).holds(put.accepted(), "accepted", put.outcome());
            probe.claim("LOC-042").on(put).holds(put.accepted(), "PUT accepted", put.outcome());
        }
    }

    private static ObjectNode fields(Pusher cpo, int moment) {
        return JsonNodeFactory.instance.objectNode().put("last_updated", cpo.moment(moment));
    }

    private static void withoutData(Probe probe, WireExchange answer) {
        if (answer.accepted()) {
            probe.claim("LOC-053")
                    .on(answer)
                    .at("/data")
                    .holds(Parts.absent(answer.data()) && !answer.data().isArray(), "no data", answer.data());
        }
    }

    /** Gives the rules about optional fields something to judge, too. */
    @Proves(
            value = {"LOC-045", "LOC-047"},
            sut = SutRole.EMSP)
    void a_location_with_every_field_is_stored_and_returned(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.samples().full(probe.version());
            WireExchange put = cpo.put(location);
            if (probe.claim("LOC-047").on(put).holds(put.accepted(), "accepted", put.outcome())) {
                returned(probe, cpo, location, Parts.text(location, "id"));
            }
        }
    }

    @Proves(value = "LOC-041", sut = SutRole.EMSP)
    void a_url_without_its_owner_is_no_place_for_a_location(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.bare();
            WireExchange answer =
                    cpo.call("PUT", Parts.text(location, "id")).body(location).send();
            probe.claim("LOC-041")
                    .on(answer)
                    .holdsOrWarns(
                            !answer.accepted(), "no 1xxx answer without country_code and party_id", answer.outcome());
        }
    }

    @Proves(
            value = {"LOC-038"},
            sut = SutRole.EMSP)
    void ids_in_the_url_are_found_in_another_case(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            String id = Parts.text(location, "id").toLowerCase(java.util.Locale.ROOT) + "-Lab";
            location.put("id", id);
            cpo.require(location);
            cpo.stored(location);
            String uid = Parts.text(Parts.evses(location).get(0), "uid");
            WireExchange answer = cpo.get(Parts.swappedCase(id));
            probe.claim("LOC-038")
                    .on(answer)
                    .holds(isObject(answer, "id", id), "the Location with id " + id, answer.outcome());
            WireExchange evse = cpo.get(Parts.swappedCase(id), Parts.swappedCase(uid));
            probe.claim("LOC-038").on(evse).holds(isObject(evse, "uid", uid), "the EVSE " + uid, evse.outcome());
            WireExchange owner = cpo.call(
                            "GET",
                            Parts.swappedCase(cpo.us().countryCode()),
                            Parts.swappedCase(cpo.us().partyId()),
                            id)
                    .send();
            probe.claim("LOC-038").on(owner).holds(isObject(owner, "id", id), "the Location " + id, owner.outcome());
        }
    }

    private static boolean isObject(WireExchange answer, String field, String id) {
        return answer.accepted() && Parts.text(answer.data(), field).equalsIgnoreCase(id);
    }

    @Proves(
            value = {"LOC-009", "LOC-168"},
            sut = SutRole.EMSP)
    void every_status_is_taken_and_a_removed_evse_is_kept(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            ObjectNode location = cpo.location();
            cpo.require(location);
            cpo.stored(location);
            String id = Parts.text(location, "id");
            String uid = Pusher.uid(location, Pusher.A);
            int moment = 2;
            for (String status : List.of(
                    "BLOCKED",
                    "CHARGING",
                    "INOPERATIVE",
                    "OUTOFORDER",
                    "PLANNED",
                    "RESERVED",
                    "UNKNOWN",
                    "AVAILABLE")) {
                status(probe, cpo, status, moment++, id, uid);
            }
            WireExchange odd = cpo.patch(fields(cpo, moment).put("status", "OCCUPIED"), id, uid);
            probe.claim("LOC-168")
                    .on(odd)
                    .holdsOrWarns(odd.refused(), "status_code 2001 for the status OCCUPIED", odd.outcome());
            if (status(probe, cpo, "REMOVED", moment + 1, id, uid)) {
                kept(probe, cpo, id, uid, Pusher.uid(location, Pusher.B));
            }
        }
    }

    private static boolean status(Probe probe, Pusher cpo, String status, int moment, String id, String uid) {
        WireExchange patch = cpo.patch(fields(cpo, moment).put("status", status), id, uid);
        if (!probe.claim("LOC-168").on(patch).holds(patch.accepted(), "accepted: " + status, patch.outcome())) {
            return false;
        }
        WireExchange answer = cpo.get(evse -> Parts.text(evse, "status").equals(status), id, uid);
        if (!status.equals("REMOVED") || answer.accepted()) {
            probe.claim("LOC-168")
                    .on(answer)
                    .at("/data/status")
                    .holds(
                            Parts.text(answer.data(), "status").equals(status),
                            status,
                            answer.data().path("status"));
        }
        return true;
    }

    private static void kept(Probe probe, Pusher cpo, String id, String removed, String other) {
        WireExchange evse = cpo.get(data -> Parts.text(data, "status").equals("REMOVED"), id, removed);
        probe.claim("LOC-009")
                .on(evse)
                .at("/data/status")
                .holds(
                        evse.accepted() && Parts.text(evse.data(), "status").equals("REMOVED"),
                        "the EVSE with status REMOVED",
                        evse.outcome() + " " + evse.data().path("status"));
        WireExchange location = cpo.get(id);
        boolean both = Parts.evse(location.data(), removed).isPresent()
                && Parts.evse(location.data(), other).isPresent();
        probe.claim("LOC-009")
                .on(location)
                .at("/data/evses")
                .holds(both, "both EVSEs", location.data().path("evses"));
    }

    @Proves(
            value = {"LOC-076", "LOC-088"},
            sut = SutRole.EMSP)
    void long_addresses_and_the_default_of_charging_when_closed_survive(Probe probe) {
        try (Pusher cpo = new Pusher(probe)) {
            String address = "Longstreet ".repeat(24).substring(0, 254) + "9";
            String state = "Gelderland ".repeat(5).substring(0, 44) + "x";
            ObjectNode location = cpo.bare().put("address", address).put("state", state);
            location.putObject("opening_times").put("twentyfourseven", true);
            WireExchange put = cpo.put(location);
            if (!probe.claim("LOC-076").on(put).holds(put.accepted(), "accepted", put.outcome())) {
                throw probe.skip("the Receiver did not take the Location: " + put.outcome());
            }
            WireExchange answer =
                    cpo.get(data -> Parts.text(data, "address").equals(address), Parts.text(location, "id"));
            probe.claim("LOC-076")
                    .on(answer)
                    .at("/data/address", "/data/state")
                    .holds(
                            Parts.text(answer.data(), "address").equals(address)
                                    && (Parts.absent(answer.data().path("state"))
                                            || Parts.text(answer.data(), "state")
                                                    .equals(state)),
                            "255 and 45 characters unshortened",
                            Parts.text(answer.data(), "address").length() + " and "
                                    + Parts.text(answer.data(), "state").length());
            if (answer.accepted()) {
                JsonNode closed = answer.data().path("charging_when_closed");
                probe.claim("LOC-088")
                        .on(answer)
                        .at("/data/charging_when_closed")
                        .holds(Parts.absent(closed) || closed.asBoolean(false), "absent or true", closed);
            }
        }
    }
}
