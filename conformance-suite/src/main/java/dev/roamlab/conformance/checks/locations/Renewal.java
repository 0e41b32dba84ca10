package dev.roamlab.conformance.checks.locations;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.wire.WireExchange;
import java.time.Instant;
import java.util.Optional;

/** What lies around a changed part is as new as the part. Spec: mod_locations_put_method, mod_locations_patch_method. */
final class Renewal {
    private Renewal() {}

    static boolean isAtLeast(JsonNode object, Instant moment) {
        return Parts.updated(object)
                .filter(updated -> !updated.isBefore(moment))
                .isPresent();
    }

    /** The object has to be of the moment of the part; a later moment, such as that of receipt, is worth a warning. */
    static void judge(
            Probe probe, String requirement, WireExchange answer, JsonNode object, String pointer, Instant moment) {
        Optional<Instant> updated = Parts.updated(object);
        boolean renewed = probe.claim(requirement)
                .on(answer)
                .at(pointer)
                .holds(isAtLeast(object, moment), "last_updated " + moment, object.path("last_updated"));
        if (renewed) {
            probe.claim(requirement)
                    .on(answer)
                    .at(pointer)
                    .holdsOrWarns(
                            updated.filter(moment::equals).isPresent(),
                            "last_updated " + moment,
                            object.path("last_updated"));
        }
    }
}
