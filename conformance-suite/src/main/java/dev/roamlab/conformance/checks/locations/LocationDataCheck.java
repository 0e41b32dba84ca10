package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a CPO's Locations say about each other. Spec: mod_locations_location_object, mod_locations_evse_object. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationDataCheck {
    @Proves(value = "LOC-014", sut = SutRole.CPO)
    void charge_points_at_one_place_form_one_location(Probe probe) {
        Crawl crawl = probe.crawl("locations");
        Map<String, List<String>> places = new TreeMap<>();
        for (JsonNode location : distinct(crawl)) {
            String place = Parts.owner(location) + " " + location.path("address") + " " + location.path("city") + " "
                    + location.path("coordinates").path("latitude") + " "
                    + location.path("coordinates").path("longitude") + " publish " + location.path("publish");
            places.computeIfAbsent(place, none -> new ArrayList<>()).add(Parts.text(location, "id"));
        }
        places.forEach((place, ids) -> probe.claim("LOC-014")
                .on(crawl.pages().get(0))
                .at("/data")
                .holds(ids.size() == 1, "one Location at " + place, ids));
    }

    /** A Location that moved from one page to the next while they were read is there twice, and counts once. */
    private static List<JsonNode> distinct(Crawl crawl) {
        Map<String, JsonNode> distinct = new TreeMap<>();
        crawl.objects().forEach(location -> distinct.put(Listing.key(location), location));
        return List.copyOf(distinct.values());
    }

    @Proves(
            value = {"LOC-080", "LOC-096"},
            sut = SutRole.CPO)
    void ids_of_locations_and_evses_are_unique(Probe probe) {
        Attempt.judge(probe, attempt -> {
            Crawl crawl = Listing.fresh(probe);
            if (!crawl.objects().isEmpty()) {
                Map<String, Set<String>> locations = new HashMap<>();
                Map<String, List<String>> evses = new HashMap<>();
                Set<String> seen = new HashSet<>();
                for (JsonNode location : crawl.objects()) {
                    String owner = Parts.owner(location);
                    locations
                            .computeIfAbsent(Parts.key(location, "id"), none -> new TreeSet<>())
                            .add(owner + " " + likeness(location));
                    if (seen.add(Listing.key(location) + likeness(location))) {
                        Parts.evses(location)
                                .forEach(
                                        evse -> evses.computeIfAbsent(Parts.key(evse, "uid"), none -> new ArrayList<>())
                                                .add(owner + " " + Parts.text(location, "id")));
                    }
                }
                WireExchange page = crawl.pages().get(0);
                locations.forEach((id, all) -> unique(attempt, "LOC-080", page, "the id " + id, List.copyOf(all)));
                evses.forEach((uid, all) -> unique(attempt, "LOC-096", page, "the uid " + uid, all));
            }
        });
    }

    /** What tells two Locations with one id from one Location that was listed twice. */
    private static String likeness(JsonNode location) {
        Set<String> uids = new TreeSet<>();
        Parts.evses(location).forEach(evse -> uids.add(Parts.key(evse, "uid")));
        return Parts.text(location, "address") + ", " + Parts.text(location, "city") + " " + uids;
    }

    private static void unique(
            Attempt attempt, String requirement, WireExchange page, String what, List<String> users) {
        if (users.size() < 2) {
            attempt.holds(requirement, page, true, "", "");
            return;
        }
        Set<String> owners = new HashSet<>();
        boolean twiceAtOne =
                users.stream().map(user -> user.substring(0, user.indexOf(' '))).anyMatch(owner -> !owners.add(owner));
        if (twiceAtOne) {
            attempt.holds(requirement, page, false, what + " once", users);
        } else {
            attempt.holdsOrWarns(requirement, page, false, what + " once on the platform", users);
        }
    }

    @Proves(value = "LOC-100", sut = SutRole.CPO)
    void an_evse_id_belongs_to_one_evse_in_use(Probe probe) {
        Crawl crawl = probe.crawl("locations");
        Map<String, Set<String>> users = new TreeMap<>();
        for (JsonNode location : distinct(crawl)) {
            for (JsonNode evse : Parts.evses(location)) {
                if (!Parts.text(evse, "status").equals("REMOVED")
                        && !Parts.key(evse, "evse_id").isEmpty()) {
                    users.computeIfAbsent(Parts.key(evse, "evse_id").replace("*", ""), none -> new TreeSet<>())
                            .add(Parts.key(evse, "uid"));
                }
            }
        }
        users.forEach((evseId, uids) -> probe.claim("LOC-100")
                .on(crawl.pages().get(0))
                .holdsOrWarns(uids.size() == 1, "one EVSE with evse_id " + evseId, uids));
    }

    @Proves(value = "LOC-032", sut = SutRole.CPO)
    void listed_locations_are_complete(Probe probe) {
        for (WireExchange page : probe.crawl("locations").pages()) {
            int index = 0;
            for (JsonNode location : page.data()) {
                List<String> missing = Required.missing("Location", location);
                probe.claim("LOC-032")
                        .on(page)
                        .at("/data/" + index++)
                        .holds(missing.isEmpty(), "all required fields", "missing or null: " + missing);
            }
        }
    }

    @Proves(value = "LOC-085", sut = SutRole.CPO)
    void postal_codes_are_given(Probe probe) {
        Crawl crawl = probe.crawl("locations");
        for (JsonNode location : distinct(crawl)) {
            probe.claim("LOC-085")
                    .on(crawl.pages().get(0))
                    .holdsOrWarns(
                            !Parts.absent(location.path("postal_code")),
                            "a postal_code, unless there is none at the Location " + Parts.text(location, "id"),
                            "no postal_code");
        }
    }

    @Proves(value = "LOC-150", sut = SutRole.CPO)
    void a_logo_and_a_photo_are_there(Probe probe) {
        Crawl crawl = probe.crawl("locations");
        for (JsonNode location : distinct(crawl)) {
            Set<String> categories = new TreeSet<>();
            categories(location, categories);
            Parts.evses(location).forEach(evse -> categories(evse, categories));
            boolean logo = categories.stream().anyMatch(Set.of("NETWORK", "OPERATOR", "OWNER")::contains);
            boolean photo = categories.stream().anyMatch(Set.of("CHARGER", "LOCATION", "ENTRANCE")::contains);
            if (logo && photo) {
                probe.claim("LOC-150").on(crawl.pages().get(0)).held();
            } else {
                probe.claim("LOC-150")
                        .on(crawl.pages().get(0))
                        .warns(
                                "a logo and a photo for the Location " + Parts.text(location, "id"),
                                categories.isEmpty() ? "no images" : "images of " + categories);
            }
        }
    }

    private static void categories(JsonNode object, Set<String> categories) {
        Parts.objects(object.path("images")).forEach(image -> categories.add(Parts.text(image, "category")));
    }
}
