package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.CatalogueModule;
import dev.roamlab.conformance.check.Checks;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Proves;
import dev.roamlab.conformance.subject.SutRole;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the module is announced. Spec: mod_locations_locations_module. */
@Checks(module = CatalogueModule.LOCATIONS)
final class LocationsEndpointsCheck {
    @Proves("LOC-001")
    void the_module_is_announced_with_its_identifier_and_role(Probe probe) {
        WireExchange details = details(probe);
        boolean owner = probe.role() == SutRole.CPO;
        Side needed = owner ? Side.SENDER : Side.RECEIVER;
        Set<String> roles = new HashSet<>();
        for (JsonNode entry : details.data().path("endpoints")) {
            String identifier = Parts.text(entry, "identifier");
            if (identifier.equalsIgnoreCase("locations")) {
                roles.add(Parts.text(entry, "role"));
                announced(probe, details, entry, identifier);
            }
        }
        if (roles.contains(needed.name())) {
            probe.claim("LOC-001").on(details).at("/data/endpoints").held();
        } else if (onlyRole(probe)) {
            probe.claim("LOC-001")
                    .on(details)
                    .at("/data/endpoints")
                    .deviates("an endpoint locations with role " + needed, roles);
        } else {
            probe.claim("LOC-001").inconclusive("the platform has other roles, for which locations may be meant");
        }
        if (owner && probe.offers("locations", Side.SENDER)) {
            WireExchange answer = probe.list("locations").send();
            probe.claim("LOC-001").on(answer).holds(answer.status() != 401, "not HTTP 401", answer.outcome());
        }
    }

    private static WireExchange details(Probe probe) {
        WireExchange details = probe.get(probe.published()
                        .details(probe.version())
                        .orElseThrow(() -> probe.skip(
                                "the versions list has no " + probe.version().spelling())))
                .send();
        if (!details.accepted()) {
            throw probe.skip("the version details are not to be had: " + details.outcome());
        }
        return details;
    }

    private static void announced(Probe probe, WireExchange details, JsonNode entry, String identifier) {
        probe.claim("LOC-001")
                .on(details)
                .at("/data/endpoints")
                .holds(identifier.equals("locations"), "the identifier locations", identifier);
        String url = Parts.text(entry, "url");
        probe.claim("LOC-001")
                .on(details)
                .at("/data/endpoints")
                .holds(url.matches("(?i)https?://[^/]+.*"), "an absolute url", url);
    }

    /** A platform with several roles may serve the module for another one only. */
    private static boolean onlyRole(Probe probe) {
        Set<String> roles = new HashSet<>();
        probe.credentials().path("roles").forEach(entry -> roles.add(Parts.text(entry, "role")));
        return roles.equals(Set.of(probe.role().name()));
    }

    @Proves(value = "LOC-003", sut = SutRole.EMSP)
    void a_receiver_of_locations_takes_tariffs_too(Probe probe) {
        if (probe.offers("locations", Side.RECEIVER)) {
            List<String> modules = probe.published().endpoints(probe.version()).stream()
                    .filter(endpoint -> endpoint.side() == Side.RECEIVER)
                    .map(endpoint -> endpoint.module())
                    .toList();
            probe.claim("LOC-003")
                    .on(details(probe))
                    .at("/data/endpoints")
                    .holds(modules.contains("tariffs"), "tariffs with role RECEIVER", modules);
        }
    }
}
