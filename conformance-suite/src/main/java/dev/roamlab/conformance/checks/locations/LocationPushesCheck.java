package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All that a CPO pushed during the run. Spec: mod_locations_put_method, mod_locations_patch_method. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationPushesCheck {
    private static final int OWNER = 2;
    private static final List<String> TYPES = List.of("Location", "EVSE", "Connector");

    static List<WireExchange> pushes(Probe probe) {
        return probe.evidence().received(exchange -> isPush(exchange, probe));
    }

    static boolean isPush(WireExchange exchange, Probe probe) {
        return List.of("PUT", "PATCH").contains(exchange.method())
                && exchange.target()
                        .filter(target -> target.is("locations", Side.RECEIVER))
                        .filter(target ->
                                target.rest().size() > OWNER && target.rest().size() <= OWNER + TYPES.size())
                        .flatMap(target -> target.version())
                        .filter(probe::is)
                        .isPresent();
    }

    private static List<String> path(WireExchange push) {
        return push.target().orElseThrow().rest();
    }

    private static String type(WireExchange push) {
        return TYPES.get(path(push).size() - OWNER - 1);
    }

    @Proves(
            value = {"LOC-052", "LOC-054", "LOC-055", "LOC-056"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void what_is_put_is_complete_and_belongs_to_its_url(Probe probe) {
        for (WireExchange put : pushes(probe)) {
            JsonNode body = put.requestBody().json();
            if (!put.method().equals("PUT") || !body.isObject()) {
                continue;
            }
            if (sameKind(probe, put, body)) {
                List<String> missing = Required.missing(type(put), body);
                probe.claim("LOC-052")
                        .on(put)
                        .at("")
                        .holds(missing.isEmpty(), "all required fields", "missing or null: " + missing);
            }
            if (type(put).equals("Location")) {
                same(probe, "LOC-054", put, path(put).get(0), "country_code");
                same(probe, "LOC-055", put, path(put).get(1), "party_id");
            }
        }
    }

    private static boolean sameKind(Probe probe, WireExchange put, JsonNode body) {
        String mark = switch (type(put)) {
            case "Location" -> "coordinates";
            case "EVSE" -> "connectors";
            default -> "standard";
        };
        String idField = type(put).equals("EVSE") ? "uid" : "id";
        boolean other = body.path(mark).isMissingNode()
                && List.of("coordinates", "connectors", "standard").stream().anyMatch(body::has);
        boolean kind = probe.claim("LOC-056").on(put).at("").holds(!other, "a " + type(put) + " as the URL says", body);
        if (kind) {
            same(probe, "LOC-056", put, path(put).get(path(put).size() - 1), idField);
        }
        return kind;
    }

    private static void same(Probe probe, String requirement, WireExchange put, String inUrl, String field) {
        String inBody = Parts.text(put.requestBody().json(), field);
        probe.claim(requirement)
                .on(put)
                .at("/" + field)
                .holds(inBody.equalsIgnoreCase(inUrl), inUrl + " as in the URL", inBody);
    }

    @Proves(
            value = {"LOC-006", "LOC-062"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void patches_carry_what_changed_and_when(Probe probe) {
        Map<String, ObjectNode> stored = new HashMap<>();
        for (WireExchange push : pushes(probe)) {
            // The whole path: each platform of ours holds what it was told itself.
            String key = push.uri().getPath().toLowerCase(Locale.ROOT);
            if (push.requestBody().json() instanceof ObjectNode body) {
                if (push.method().equals("PATCH")) {
                    patched(probe, push, body, Optional.ofNullable(stored.get(key)));
                }
                if (push.status() / 100 == 2) {
                    store(stored, key, body, push);
                } else {
                    // The CPO may take a push that we refused as done: what changes after it cannot be told.
                    stored.keySet().removeIf(other -> other.equals(key) || other.startsWith(key + "/"));
                }
            }
        }
    }

    private static void patched(Probe probe, WireExchange patch, ObjectNode body, Optional<ObjectNode> before) {
        Optional<Instant> moment = Moments.read(Parts.text(body, "last_updated"));
        probe.claim("LOC-062")
                .on(patch)
                .at("/last_updated")
                .holds(moment.isPresent(), "a DateTime in last_updated", body.path("last_updated"));
        before.flatMap(Parts::updated)
                .filter(known -> moment.isPresent())
                .ifPresent(known -> probe.claim("LOC-062")
                        .on(patch)
                        .at("/last_updated")
                        .holdsOrWarns(!moment.get().isBefore(known), "last_updated not before " + known, moment.get()));
        before.ifPresent(known -> {
            List<String> same = new ArrayList<>();
            body.fieldNames().forEachRemaining(field -> {
                if (!field.equals("last_updated")
                        && known.has(field)
                        && Comparison.same(field, known.path(field), body.path(field))) {
                    same.add(field);
                }
            });
            probe.claim("LOC-006")
                    .on(patch)
                    .at("")
                    .holds(same.isEmpty(), "only fields that changed", "unchanged: " + same);
        });
    }

    /** Keeps what we hold of a Location, EVSE or Connector by its own path; what is pushed around it renews it. */
    private static void store(Map<String, ObjectNode> stored, String key, ObjectNode body, WireExchange push) {
        if (push.method().equals("PUT")) {
            stored.keySet().removeIf(other -> other.startsWith(key + "/"));
            stored.put(key, body.deepCopy());
        } else if (stored.containsKey(key)) {
            stored.get(key).setAll(body.deepCopy());
        }
        children(stored, key, body);
    }

    private static void children(Map<String, ObjectNode> stored, String key, JsonNode body) {
        Parts.evses(body).forEach(evse -> child(stored, key + "/" + Parts.key(evse, "uid"), evse));
        Parts.connectors(body).forEach(connector -> child(stored, key + "/" + Parts.key(connector, "id"), connector));
    }

    private static void child(Map<String, ObjectNode> stored, String key, JsonNode part) {
        stored.put(key, part.deepCopy());
        children(stored, key, part);
    }

    @Proves(value = "LOC-015", stage = Stage.FINAL, sut = SutRole.CPO)
    void sessions_at_one_evse_do_not_overlap(Probe probe) {
        Map<String, JsonNode> last = new HashMap<>();
        probe.seen().all("Session").stream()
                .filter(session -> session.isOwn() && !session.partial())
                .forEach(session -> last.put(Listing.key(session.json()), session.json()));
        Map<String, List<JsonNode>> byEvse = new HashMap<>();
        last.values().stream()
                .filter(session -> Moments.read(Parts.text(session, "start_date_time"))
                                .isPresent()
                        && Moments.read(Parts.text(session, "end_date_time")).isPresent())
                .forEach(session -> byEvse.computeIfAbsent(
                                Parts.key(session, "location_id") + "/" + Parts.key(session, "evse_uid"),
                                none -> new ArrayList<>())
                        .add(session));
        byEvse.forEach((evse, sessions) -> {
            sessions.sort(java.util.Comparator.comparing(session -> at(session, "start_date_time")));
            for (int index = 1; index < sessions.size(); index++) {
                JsonNode one = sessions.get(index - 1);
                JsonNode next = sessions.get(index);
                boolean apart = !at(next, "start_date_time").isBefore(at(one, "end_date_time"));
                probe.claim("LOC-015")
                        .holds(
                                apart,
                                "one Session at a time at EVSE " + evse,
                                Parts.text(one, "id") + " until " + Parts.text(one, "end_date_time") + ", "
                                        + Parts.text(next, "id") + " from " + Parts.text(next, "start_date_time"));
            }
        });
    }

    private static Instant at(JsonNode session, String field) {
        return Moments.read(Parts.text(session, field)).orElse(Instant.MIN);
    }
}
