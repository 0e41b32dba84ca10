package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Crawl;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Moments;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tariffs that Connectors refer to. Spec: mod_locations_connector_object. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationTariffsCheck {
    private static final List<String> PROFILES = List.of("REGULAR", "PROFILE_CHEAP", "PROFILE_FAST", "PROFILE_GREEN");

    /** The tariffs of the list by party and id; ids are compared without case. */
    private static Map<String, JsonNode> tariffs(Probe probe) {
        if (!probe.offers("tariffs", Side.SENDER)) {
            throw probe.inconclusive("the version details list no tariffs with role SENDER to look the ids up in");
        }
        Crawl crawl = probe.crawl("tariffs");
        if (!crawl.complete()) {
            throw probe.inconclusive("the list of Tariffs could not be read to its end");
        }
        Map<String, JsonNode> tariffs = new HashMap<>();
        crawl.objects().forEach(tariff -> tariffs.put(Listing.key(tariff), tariff));
        return tariffs;
    }

    @Proves(value = "LOC-107", sut = SutRole.CPO)
    void tariff_ids_can_be_looked_up(Probe probe) {
        Map<String, JsonNode> tariffs = tariffs(probe);
        Crawl crawl = probe.crawl("locations");
        WireExchange page = crawl.pages().get(0);
        for (JsonNode location : crawl.objects()) {
            Set<String> ids = new HashSet<>();
            connectors(location).forEach(one -> ids.addAll(Parts.strings(one.path("tariff_ids"))));
            for (String id : ids) {
                Optional<JsonNode> tariff = Optional.ofNullable(tariffs.get(key(location, id)));
                probe.claim("LOC-107")
                        .on(page)
                        .holds(tariff.isPresent(), "a Tariff " + id, "none of " + Parts.owner(location));
                tariff.flatMap(found -> moment(found, "end_date_time"))
                        .ifPresent(end -> probe.claim("LOC-107")
                                .on(page)
                                .holdsOrWarns(
                                        end.isAfter(Instant.now()), "a Tariff that is valid", id + " until " + end));
            }
        }
    }

    private static List<JsonNode> connectors(JsonNode location) {
        List<JsonNode> connectors = new ArrayList<>();
        Parts.evses(location).forEach(evse -> connectors.addAll(Parts.connectors(evse)));
        return connectors;
    }

    private static String key(JsonNode location, String tariff) {
        return Parts.owner(location) + "/" + tariff.toLowerCase(java.util.Locale.ROOT);
    }

    private static Optional<Instant> moment(JsonNode tariff, String field) {
        return Moments.read(Parts.text(tariff, field));
    }

    private static List<JsonNode> resolved(JsonNode location, JsonNode connector, Map<String, JsonNode> tariffs) {
        return new HashSet<>(Parts.strings(connector.path("tariff_ids")))
                .stream()
                        .map(id -> tariffs.get(key(location, id)))
                        .filter(java.util.Objects::nonNull)
                        .toList();
    }

    @Proves(value = "LOC-108", sut = SutRole.CPO)
    void at_most_one_tariff_of_a_type_is_active(Probe probe) {
        Map<String, JsonNode> tariffs = tariffs(probe);
        Crawl crawl = probe.crawl("locations");
        for (JsonNode location : crawl.objects()) {
            for (JsonNode connector : connectors(location)) {
                List<JsonNode> found = resolved(location, connector, tariffs);
                for (int one = 0; one < found.size(); one++) {
                    probe.claim("LOC-108").held();
                    for (int other = one + 1; other < found.size(); other++) {
                        pair(probe, crawl.pages().get(0), found.get(one), found.get(other));
                    }
                }
            }
        }
    }

    private static void pair(Probe probe, WireExchange page, JsonNode one, JsonNode other) {
        String type = Parts.text(one, "type");
        if (!type.equals(Parts.text(other, "type")) || !overlap(one, other)) {
            return;
        }
        String actual = Parts.text(one, "id") + " and " + Parts.text(other, "id") + " at the same time";
        if (type.isEmpty()) {
            probe.claim("LOC-108").on(page).warns("Tariffs with a type where there are several", actual);
        } else {
            probe.claim("LOC-108").on(page).deviates("at most one Tariff of type " + type + " at a time", actual);
        }
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        return begin(one).isBefore(end(other)) && begin(other).isBefore(end(one));
    }

    private static Instant begin(JsonNode tariff) {
        return moment(tariff, "start_date_time").orElse(Instant.MIN);
    }

    private static Instant end(JsonNode tariff) {
        return moment(tariff, "end_date_time").orElse(Instant.MAX);
    }

    @Proves(value = "LOC-109", sut = SutRole.CPO)
    void preference_based_charging_has_a_tariff_per_profile(Probe probe) {
        Map<String, JsonNode> tariffs = tariffs(probe);
        Crawl crawl = probe.crawl("locations");
        for (JsonNode location : crawl.objects()) {
            for (JsonNode evse : Parts.evses(location)) {
                if (Parts.strings(evse.path("capabilities")).contains("CHARGING_PREFERENCES_CAPABLE")) {
                    Parts.connectors(evse).forEach(connector -> {
                        List<String> types = resolved(location, connector, tariffs).stream()
                                .map(tariff -> Parts.text(tariff, "type"))
                                .toList();
                        probe.claim("LOC-109")
                                .on(crawl.pages().get(0))
                                .holds(
                                        types.containsAll(PROFILES),
                                        "a Tariff of each type " + PROFILES + " at EVSE " + Parts.text(evse, "uid"),
                                        types);
                    });
                }
            }
        }
    }
}
