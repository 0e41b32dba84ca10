package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.Party;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.tester.Moments;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold within each Location that a CPO served or pushed. Spec: mod_locations_object_description. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationContentCheck {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.1");
    private static final Map<String, Integer> PHASES =
            Map.of("AC_1_PHASE", 1, "DC", 1, "AC_2_PHASE", 2, "AC_2_PHASE_SPLIT", 2, "AC_3_PHASE", 3);

    private static List<SeenObject> whole(Probe probe, String type) {
        return probe.seen().all(type).stream()
                .filter(object -> object.isOwn() && !object.partial())
                .toList();
    }

    @Proves(value = "LOC-002", stage = Stage.FINAL, sut = SutRole.CPO)
    void locations_belong_to_a_party_of_the_credentials(Probe probe) {
        Set<String> roles = new HashSet<>();
        probe.credentials().path("roles").forEach(entry -> roles.add(Parts.text(entry, "role")));
        if (roles.contains("HUB")) {
            probe.claim("LOC-002").notApplicable("the credentials have a role HUB");
            return;
        }
        if (probe.parties().isEmpty()) {
            throw probe.skip("the credentials name no role CPO");
        }
        for (SeenObject location : whole(probe, "Location")) {
            String country = location.text("country_code");
            String party = location.text("party_id");
            boolean own = probe.parties().stream().anyMatch(one -> one.is(country, party));
            probe.claim("LOC-002")
                    .on(location)
                    .holds(
                            own,
                            "one of "
                                    + probe.parties().stream()
                                            .map(Party::toString)
                                            .toList(),
                            country + "/" + party);
        }
    }

    @Proves(
            value = {"LOC-025", "LOC-026"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void last_updated_is_not_before_that_of_the_parts(Probe probe) {
        whole(probe, "EVSE").forEach(evse -> notOlder(probe, evse, evse.json(), "EVSE"));
        for (SeenObject location : whole(probe, "Location")) {
            for (JsonNode evse : Parts.evses(location.json())) {
                compare(probe, "LOC-025", location, location.json(), evse, "EVSE " + Parts.text(evse, "uid"));
                notOlder(probe, location, evse, "EVSE");
                Parts.connectors(evse)
                        .forEach(connector -> compare(
                                probe, "LOC-026", location, location.json(), connector, "a Connector of the Location"));
            }
        }
    }

    private static void notOlder(Probe probe, SeenObject seen, JsonNode evse, String name) {
        Parts.connectors(evse)
                .forEach(connector -> compare(
                        probe,
                        "LOC-026",
                        seen,
                        evse,
                        connector,
                        "Connector of " + name + " " + Parts.text(evse, "uid")));
    }

    private static void compare(
            Probe probe, String requirement, SeenObject seen, JsonNode around, JsonNode part, String what) {
        Optional<Instant> outer = Parts.updated(around);
        Optional<Instant> inner = Parts.updated(part);
        if (outer.isPresent() && inner.isPresent()) {
            probe.claim(requirement)
                    .on(seen)
                    .holds(
                            !outer.get().isBefore(inner.get()),
                            "last_updated not before " + inner.get() + " of " + what,
                            outer.get());
        }
    }

    @Proves(value = "LOC-095", stage = Stage.FINAL, sut = SutRole.CPO)
    void vehicle_types_are_not_parking_restrictions(Probe probe) {
        for (SeenObject location : whole(probe, "Location")) {
            for (JsonNode evse : Parts.evses(location.json())) {
                List<String> restrictions = Parts.strings(evse.path("parking_restrictions"));
                if (!restrictions.isEmpty()) {
                    boolean fits = !restrictions.contains("MOTORCYCLES") || forMotorcycles(location.json(), evse);
                    probe.claim("LOC-095")
                            .on(location)
                            .holds(fits, "vehicle_types of a Parking instead of MOTORCYCLES", restrictions);
                }
            }
        }
    }

    private static boolean forMotorcycles(JsonNode location, JsonNode evse) {
        List<JsonNode> places = Parts.objects(location.path("parking_places"));
        return Parts.objects(evse.path("parking")).stream()
                .flatMap(reference -> Parts.with("id", Parts.text(reference, "parking_id"), places).stream())
                .anyMatch(
                        parking -> Parts.strings(parking.path("vehicle_types")).contains("MOTORCYCLE"));
    }

    @Proves(value = "LOC-106", stage = Stage.FINAL, sut = SutRole.CPO)
    void max_electric_power_is_possible(Probe probe) {
        for (SeenObject location : whole(probe, "Location")) {
            Parts.evses(location.json())
                    .forEach(evse -> Parts.connectors(evse).forEach(connector -> power(probe, location, connector)));
        }
    }

    private static void power(Probe probe, SeenObject location, JsonNode connector) {
        Integer phases = PHASES.get(Parts.text(connector, "power_type"));
        if (connector.path("max_electric_power").isNumber() && phases != null) {
            long watts = connector.path("max_electric_power").asLong();
            long most = phases
                    * connector.path("max_voltage").asLong()
                    * connector.path("max_amperage").asLong();
            probe.claim("LOC-106")
                    .on(location)
                    .holds(watts >= 1000 && watts <= most, "max_electric_power from 1000 to " + most + " W", watts);
        }
    }

    @Proves(value = "LOC-132", stage = Stage.FINAL, sut = SutRole.CPO)
    void the_energy_sources_add_up(Probe probe) {
        for (SeenObject location : whole(probe, "Location")) {
            List<JsonNode> sources =
                    Parts.objects(location.json().path("energy_mix").path("energy_sources"));
            if (!sources.isEmpty()) {
                BigDecimal sum = sources.stream()
                        .map(source -> source.path("percentage").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                boolean whole = sum.subtract(BigDecimal.valueOf(100)).abs().compareTo(TOLERANCE) <= 0;
                probe.claim("LOC-132").on(location).holds(whole, "percentages that add up to 100", sum);
            }
        }
    }

    @Proves(value = "LOC-139", stage = Stage.FINAL, sut = SutRole.CPO)
    void parking_ids_refer_to_the_same_location(Probe probe) {
        for (SeenObject location : whole(probe, "Location")) {
            Parts.evses(location.json()).forEach(evse -> references(probe, location, location.json(), evse));
        }
        for (SeenObject evse : whole(probe, "EVSE")) {
            if (evse.exchange().fromSut()) {
                List<String> rest = evse.exchange().target().orElseThrow().rest();
                probe.platform()
                        .held("locations")
                        .get(String.join("/", rest.subList(0, 3)))
                        .ifPresent(location -> references(probe, evse, location, evse.json()));
            }
        }
    }

    private static void references(Probe probe, SeenObject seen, JsonNode location, JsonNode evse) {
        List<JsonNode> places = Parts.objects(location.path("parking_places"));
        for (JsonNode reference : Parts.objects(evse.path("parking"))) {
            String id = Parts.text(reference, "parking_id");
            probe.claim("LOC-139")
                    .on(seen)
                    .holds(Parts.with("id", id, places).isPresent(), "the parking_id of one of the Location", id);
        }
    }

    @Proves(value = "LOC-147", stage = Stage.FINAL, sut = SutRole.CPO)
    void exceptional_closings_do_not_overlap_openings(Probe probe) {
        for (SeenObject location : whole(probe, "Location")) {
            JsonNode hours = location.json().path("opening_times");
            List<JsonNode> openings = Parts.objects(hours.path("exceptional_openings"));
            List<JsonNode> closings = Parts.objects(hours.path("exceptional_closings"));
            if (!openings.isEmpty() && !closings.isEmpty()) {
                List<String> overlaps = new ArrayList<>();
                openings.forEach(opening -> closings.stream()
                        .filter(closing -> overlap(opening, closing))
                        .forEach(closing -> overlaps.add(opening + " and " + closing)));
                probe.claim("LOC-147")
                        .on(location)
                        .holds(overlaps.isEmpty(), "periods apart from each other", overlaps);
            }
        }
    }

    private static boolean overlap(JsonNode one, JsonNode other) {
        Optional<Instant> oneBegin = Moments.read(Parts.text(one, "period_begin"));
        Optional<Instant> oneEnd = Moments.read(Parts.text(one, "period_end"));
        Optional<Instant> begin = Moments.read(Parts.text(other, "period_begin"));
        Optional<Instant> end = Moments.read(Parts.text(other, "period_end"));
        return oneBegin.isPresent()
                && oneEnd.isPresent()
                && begin.isPresent()
                && end.isPresent()
                && oneBegin.get().isBefore(end.get())
                && begin.get().isBefore(oneEnd.get());
    }
}
