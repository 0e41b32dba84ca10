package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A Location that its operator opens, renames and closes while we watch. Spec: mod_locations_flow_and_lifecycle. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationLifeCheck {
    @Proves(
            value = {"LOC-004", "LOC-007", "LOC-008", "LOC-066", "LOC-079"},
            stage = Stage.DRIVEN,
            sut = SutRole.CPO)
    void a_location_comes_changes_and_loses_an_evse(Probe probe) {
        int mark = probe.evidence().mark();
        JsonNode facts = probe.trigger("add-location", Map.of());
        String id = Parts.text(facts, "location_id");
        if (id.isEmpty()) {
            throw probe.inconclusive("the trigger add-location did not tell the location_id");
        }
        created(probe, mark, id);
        JsonNode location = served(probe, id);
        rename(probe, id, location);
        Optional<JsonNode> evse = Parts.evses(location).stream()
                .filter(one -> !Parts.text(one, "status").equals("REMOVED"))
                .findFirst();
        removed(
                probe,
                id,
                Parts.text(
                        evse.orElseThrow(() -> probe.inconclusive("the new Location " + id + " has no EVSE to remove")),
                        "uid"));
    }

    private static Duration patience(Probe probe) {
        return probe.sut().timings().push();
    }

    private static boolean about(WireExchange push, Probe probe, String id) {
        return LocationPushesCheck.isPush(push, probe)
                && push.target().orElseThrow().rest().get(2).equalsIgnoreCase(id);
    }

    private static Optional<WireExchange> push(Probe probe, int mark, String id, Predicate<WireExchange> which) {
        return probe.await(mark, exchange -> about(exchange, probe, id) && which.test(exchange), patience(probe));
    }

    /** A CPO that pushes nothing at all works by pull, which OCPI allows. */
    private static boolean pushesAtAll(Probe probe) {
        return !LocationPushesCheck.pushes(probe).isEmpty();
    }

    private static void created(Probe probe, int mark, String id) {
        Optional<WireExchange> first = push(probe, mark, id, any -> true);
        if (first.isPresent()) {
            boolean whole = first.get().method().equals("PUT")
                    && first.get().target().orElseThrow().rest().size() == 3;
            probe.claim("LOC-004")
                    .on(first.get())
                    .holds(
                            whole,
                            "a PUT of the whole Location " + id,
                            first.get().method() + " " + first.get().uri());
        } else if (pushesAtAll(probe)) {
            probe.claim("LOC-004").deviates("a PUT of the new Location " + id, "no push of it, though others came");
        } else {
            probe.claim("LOC-004").inconclusive("the CPO has pushed nothing in this run: it may work by pull only");
        }
    }

    private static JsonNode served(Probe probe, String id) {
        WireExchange answer = probe.readBack(
                () -> probe.get(probe.endpoint("locations", Side.SENDER)).path(id), found -> found.accepted());
        if (!answer.accepted() || !answer.data().isObject()) {
            throw probe.inconclusive("the new Location " + id + " cannot be fetched: " + answer.outcome());
        }
        return answer.data();
    }

    private static void rename(Probe probe, String id, JsonNode before) {
        String name = "Renamed by " + probe.runId();
        probe.trigger("change-location", Map.of("location_id", id, "name", name));
        Set<String> uids = uids(before);
        boolean kept =
                probe.eventually(() -> Parts.text(served(probe, id), "name").equals(name));
        if (kept) {
            JsonNode after = served(probe, id);
            probe.claim("LOC-079")
                    .holds(uids(after).equals(uids), "the EVSEs " + uids + " still under " + id, uids(after));
        } else if (!uids.isEmpty()) {
            moved(probe, id, uids);
        }
        int mark = probe.evidence().mark();
        probe.trigger("change-location", Map.of("location_id", id));
        push(probe, mark, id, push -> isAfterThe(name, push))
                .ifPresentOrElse(
                        push -> withdrawn(probe, push),
                        () -> probe.claim("LOC-066").inconclusive("no push came when the name was removed"));
    }

    /** Whether a push is about the Location itself, and no late one of the name before. */
    private static boolean isAfterThe(String name, WireExchange push) {
        return push.target().orElseThrow().rest().size() == 3
                && !Parts.text(push.requestBody().json(), "name").equals(name);
    }

    /** The renamed Location does not show under its id: are its EVSEs under another? */
    private static void moved(Probe probe, String id, Set<String> uids) {
        Listing.fresh(probe).objects().stream()
                .filter(location -> !Parts.text(location, "id").equalsIgnoreCase(id))
                .filter(location -> uids(location).equals(uids))
                .findFirst()
                .ifPresent(other -> probe.claim("LOC-079").deviates("the id " + id, other.path("id")));
    }

    private static Set<String> uids(JsonNode location) {
        Set<String> uids = new TreeSet<>();
        Parts.evses(location).forEach(evse -> uids.add(Parts.key(evse, "uid")));
        return uids;
    }

    private static void withdrawn(Probe probe, WireExchange push) {
        JsonNode body = push.requestBody().json();
        if (push.method().equals("PUT")) {
            probe.claim("LOC-066")
                    .on(push)
                    .at("/name")
                    .holds(Parts.absent(body.path("name")), "no name", body.path("name"));
        } else if (body.has("name")) {
            probe.claim("LOC-066")
                    .on(push)
                    .at("/name")
                    .warns("a PUT without name", "a PATCH with name " + body.path("name"));
        } else {
            probe.claim("LOC-066").on(push).deviates("a PUT without name", "a PATCH that just leaves it out");
        }
    }

    private static void removed(Probe probe, String id, String uid) {
        int mark = probe.evidence().mark();
        probe.trigger("remove-evse", Map.of("location_id", id, "evse_uid", uid));
        Optional<WireExchange> told =
                push(probe, mark, id, push -> PushedStatus.of(push, uid).equals("REMOVED"));
        WireExchange served = probe.readBack(
                () -> probe.get(probe.endpoint("locations", Side.SENDER)).path(id, uid),
                answer -> Parts.text(answer.data(), "status").equals("REMOVED"));
        boolean there = served.accepted() && Parts.text(served.data(), "status").equals("REMOVED");
        probe.claim("LOC-008")
                .on(served)
                .at("/data/status")
                .holds(
                        there,
                        "the EVSE with status REMOVED",
                        served.outcome() + " " + served.data().path("status"));
        if (told.isPresent()) {
            probe.claim("LOC-007").on(told.get()).held();
        } else if (pushesAtAll(probe)) {
            probe.claim("LOC-007").deviates("a PUT or PATCH with status REMOVED for EVSE " + uid, "no such push");
        } else {
            probe.claim("LOC-007").on(served).holdsOrWarns(there, "the EVSE with status REMOVED", served.outcome());
        }
        neitherDeletedNorDropped(probe, mark, id, uid);
    }

    private static void neitherDeletedNorDropped(Probe probe, int mark, String id, String uid) {
        List<WireExchange> since =
                probe.evidence().all().subList(mark, probe.evidence().mark());
        for (WireExchange exchange : since) {
            boolean ours = exchange.fromSut()
                    && exchange.target()
                            .filter(target -> target.is("locations", Side.RECEIVER))
                            .filter(target -> target.rest().stream().anyMatch(id::equalsIgnoreCase))
                            .isPresent();
            if (ours && exchange.method().equals("DELETE")) {
                probe.claim("LOC-007").on(exchange).deviates("status REMOVED", "DELETE " + exchange.uri());
            }
            if (ours
                    && exchange.method().equals("PUT")
                    && about(exchange, probe, id)
                    && exchange.target().orElseThrow().rest().size() == 3) {
                JsonNode body = exchange.requestBody().json();
                probe.claim("LOC-007")
                        .on(exchange)
                        .at("/evses")
                        .holds(
                                Parts.evse(body, uid).isPresent(),
                                "the EVSE " + uid + " with status REMOVED",
                                body.path("evses"));
            }
        }
    }
}
