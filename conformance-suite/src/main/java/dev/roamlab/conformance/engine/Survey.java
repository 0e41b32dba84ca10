package dev.roamlab.conformance.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Scene;
import dev.roamlab.conformance.check.Stop;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireTrouble;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Looks at everything that the system shows of itself, once, before the checks: what is judged from all traffic must not depend on
 * which other checks are run. Finds nothing by itself.
 */
final class Survey {
    private static final List<String> LISTS = List.of("locations", "tariffs", "tokens", "sessions", "cdrs");

    private Survey() {}

    static void of(Scene scene) {
        Probe probe = new Probe(scene, "survey", Set.of());
        look(() -> probe.get(scene.published().versionsUrl()).send());
        scene.published()
                .details(scene.version())
                .ifPresent(url -> look(() -> probe.get(url).send()));
        scene.published()
                .credentials(scene.version())
                .ifPresent(url -> look(() -> probe.get(url).send()));
        for (String module : LISTS) {
            if (probe.offers(module, Side.SENDER)) {
                look(() -> probe.crawl(module));
            }
        }
        if (probe.offers("locations", Side.SENDER)) {
            look(() -> oneByOne(probe));
        }
    }

    /** The first Location that has an EVSE with a Connector, at each depth. */
    private static void oneByOne(Probe probe) {
        for (JsonNode location : probe.crawl("locations").objects()) {
            JsonNode evse = location.path("evses").path(0);
            String connector = evse.path("connectors").path(0).path("id").asText();
            if (!connector.isEmpty()) {
                URI url = probe.endpoint("locations", Side.SENDER);
                String id = location.path("id").asText();
                String uid = evse.path("uid").asText();
                probe.get(url).path(id).send();
                probe.get(url).path(id, uid).send();
                probe.get(url).path(id, uid, connector).send();
                return;
            }
        }
    }

    /** Whatever goes wrong here goes wrong again in the check whose business it is. */
    private static void look(Runnable glance) {
        try {
            glance.run();
        } catch (WireTrouble | Stop closed) {
            // see above
        }
    }
}
