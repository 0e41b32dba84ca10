package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.check.Scene;
import dev.roamlab.conformance.check.Stop;
import dev.roamlab.conformance.wire.Target.Side;
import dev.roamlab.conformance.wire.WireTrouble;
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
