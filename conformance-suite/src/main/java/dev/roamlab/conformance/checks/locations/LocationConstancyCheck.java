package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run saw of the same Locations, earlier and later. Spec: mod_locations_evse_object, mod_locations_statusschedule_class. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationConstancyCheck {
    /** How long after a planned change its push may come. */
    private static final Duration SOON = Duration.ofMinutes(10);

    /** All whole Locations that the CPO wrote, by key, the oldest first. */
    private static Map<String, List<SeenObject>> sightings(Probe probe) {
        Map<String, List<SeenObject>> sightings = new LinkedHashMap<>();
        probe.seen().all("Location").stream()
                .filter(seen -> seen.isOwn()
                        && !seen.partial()
                        && !Parts.text(seen.json(), "id").isEmpty())
                .sorted(Comparator.comparing(seen -> seen.exchange().at()))
                .forEach(seen -> sightings
                        .computeIfAbsent(Listing.key(seen.json()), none -> new ArrayList<>())
                        .add(seen));
        return sightings;
    }

    @Proves(value = "LOC-097", stage = Stage.FINAL, sut = SutRole.CPO)
    void a_uid_stays_what_it_was(Probe probe) {
        for (List<SeenObject> location : sightings(probe).values()) {
            JsonNode first = location.get(0).json();
            SeenObject last = location.get(location.size() - 1);
            if (location.size() > 1) {
                Parts.evses(first).forEach(evse -> kept(probe, first, evse, last));
            }
        }
    }

    /** An EVSE is known again by its evse_id, as long as only one has it. */
    private static void kept(Probe probe, JsonNode first, JsonNode evse, SeenObject last) {
        String name = Parts.key(evse, "evse_id");
        String uid = Parts.text(evse, "uid");
        List<JsonNode> now = called(name, last.json());
        if (name.isEmpty() || uid.isEmpty() || called(name, first).size() != 1) {
            return;
        }
        if (Parts.evse(last.json(), uid).isPresent()) {
            probe.claim("LOC-097").on(last).held();
        } else if (now.size() == 1
                && Parts.evse(first, Parts.text(now.get(0), "uid")).isEmpty()) {
            probe.claim("LOC-097")
                    .on(last)
                    .deviates(
                            "EVSE " + name + " still under uid " + uid + ", which it had earlier in the run",
                            "no EVSE " + uid + "; " + name + " has uid " + Parts.text(now.get(0), "uid"));
        }
    }

    private static List<JsonNode> called(String evseId, JsonNode location) {
        return Parts.evses(location).stream()
                .filter(evse -> Parts.key(evse, "evse_id").equals(evseId))
                .toList();
    }

    /** A plan that came true during the run. */
    private record ComeTrue(String locationId, String uid, String status, Instant before, SeenObject after) {}

    @Proves(value = "LOC-171", stage = Stage.FINAL, sut = SutRole.CPO)
    void a_planned_change_is_pushed_when_it_comes(Probe probe) {
        List<WireExchange> pushes = LocationPushesCheck.pushes(probe);
        sightings(probe)
                .values()
                .forEach(location -> comeTrue(location).forEach(change -> judge(probe, pushes, change)));
    }

    private static void judge(Probe probe, List<WireExchange> pushes, ComeTrue change) {
        Optional<WireExchange> push = pushes.stream()
                .filter(one -> !one.at().isBefore(change.before()))
                .filter(one -> one.target().orElseThrow().rest().get(2).equalsIgnoreCase(change.locationId()))
                .filter(one -> PushedStatus.of(one, change.uid()).equals(change.status()))
                .findFirst();
        List<WireExchange> all = probe.evidence().all();
        Instant end = all.get(all.size() - 1).at();
        // When it really changed nobody knows; when we saw that it had, we do.
        boolean late = end.isAfter(change.after().exchange().at().plus(SOON));
        if (push.isPresent() || pushes.isEmpty()) {
            push.map(one -> probe.claim("LOC-171").on(one))
                    .orElse(probe.claim("LOC-171").on(change.after()))
                    .held();
        } else if (late) {
            probe.claim("LOC-171")
                    .on(change.after())
                    .deviates(
                            "a PUT or PATCH with the planned status " + change.status() + " for EVSE " + change.uid(),
                            "the status has changed, no such push came, though others did");
        }
    }

    /** The change lies between the last sighting with another status and the first with the planned one. */
    private static List<ComeTrue> comeTrue(List<SeenObject> location) {
        List<ComeTrue> changes = new ArrayList<>();
        Map<String, SeenObject> before = new HashMap<>();
        for (SeenObject seen : location) {
            for (JsonNode evse : Parts.evses(seen.json())) {
                String uid = Parts.text(evse, "uid");
                Optional.ofNullable(before.put(Parts.key(evse, "uid"), seen))
                        .flatMap(earlier -> Parts.evse(earlier.json(), uid)
                                .filter(old -> planned(old, Parts.text(evse, "status"), seen))
                                .map(old -> new ComeTrue(
                                        Parts.text(seen.json(), "id"),
                                        uid,
                                        Parts.text(evse, "status"),
                                        earlier.exchange().at(),
                                        seen)))
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static boolean planned(JsonNode old, String status, SeenObject seen) {
        return !Parts.text(old, "status").equals(status)
                && Parts.objects(old.path("status_schedule")).stream()
                        .filter(plan -> Parts.text(plan, "status").equals(status))
                        .anyMatch(plan -> Moments.read(Parts.text(plan, "period_begin"))
                                .filter(begin -> !begin.isAfter(seen.exchange().at()))
                                .isPresent());
    }
}
