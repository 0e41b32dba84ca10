package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.check.SeenObject;
import dev.roamlab.conformance.check.Stage;
import dev.roamlab.conformance.subject.SutRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a CPO may do, and does or does not. Spec: mod_locations_object_description. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationUsesCheck {
    @Proves(
            value = {"LOC-072", "LOC-094", "LOC-137", "LOC-152"},
            stage = Stage.FINAL,
            sut = SutRole.CPO)
    void what_a_cpo_may_do_is_recorded(Probe probe) {
        List<JsonNode> locations = probe.seen().all("Location").stream()
                .filter(SeenObject::isOwn)
                .map(SeenObject::json)
                .toList();
        List<JsonNode> evses = new ArrayList<>();
        locations.forEach(location -> evses.addAll(Parts.evses(location)));
        if (evses.isEmpty()) {
            throw probe.inconclusive("no Location with an EVSE was seen");
        }
        recorded(
                probe,
                "LOC-072",
                "a planned removal is announced by status_schedule",
                evses,
                evse -> Parts.objects(evse.path("status_schedule")).stream()
                        .anyMatch(entry -> Parts.text(entry, "status").equals("REMOVED")));
        recorded(
                probe,
                "LOC-094",
                "accepted_service_providers is left out",
                evses,
                evse -> Parts.absent(evse.path("accepted_service_providers")));
        recorded(
                probe, "LOC-137", "EVSEs refer to several Parkings or share one", locations, LocationUsesCheck::shared);
        recorded(probe, "LOC-152", "there are several images of one category", locations, LocationUsesCheck::several);
    }

    private static void recorded(
            Probe probe, String requirement, String what, List<JsonNode> objects, Predicate<JsonNode> used) {
        boolean does = objects.stream().anyMatch(used);
        if (does) {
            probe.claim(requirement).held();
        } else {
            probe.claim(requirement).deviates(what, "not made use of");
        }
    }

    private static boolean shared(JsonNode location) {
        Set<String> spaces = new HashSet<>();
        boolean shared = false;
        for (JsonNode evse : Parts.evses(location)) {
            List<JsonNode> references = Parts.objects(evse.path("parking"));
            shared |= references.size() > 1;
            for (JsonNode reference : references) {
                shared |= !spaces.add(Parts.key(reference, "parking_id"));
            }
        }
        return shared;
    }

    private static boolean several(JsonNode location) {
        Set<String> categories = new HashSet<>();
        return Parts.objects(location.path("images")).stream()
                .anyMatch(image -> !categories.add(Parts.text(image, "category")));
    }
}
