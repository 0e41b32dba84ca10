package dev.roamlab.conformance.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.check.Probe;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.wire.WireExchange;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The location in an AuthorizationInfo, held against that of the request. Spec: mod_tokens_authorizationinfo_object. */
final class PlaceInAnswer {
    private PlaceInAnswer() {}

    static void judge(Probe probe, String requirement, WireExchange answer, JsonNode asked) {
        JsonNode location = answer.data().path("location");
        var claim = probe.claim(requirement).on(answer).at("/data/location");
        if (Alike.nothing(location)) {
            claim.held();
            return;
        }
        boolean allowed = answer.data().path("allowed").asText().equals("ALLOWED");
        claim.holds(allowed, "no location unless the driver may charge there", location);
        boolean same = location.path("location_id")
                .asText()
                .equalsIgnoreCase(asked.path("location_id").asText());
        claim.holds(same, "location_id " + asked.path("location_id").asText(), location);
        Set<String> wanted = uids(asked);
        // No EVSEs in the request means all of them, so the answer may name any.
        claim.holds(
                wanted.isEmpty() || wanted.containsAll(uids(location)),
                "only EVSEs of the request: " + asked.path("evse_uids"),
                location.path("evse_uids"));
    }

    private static Set<String> uids(JsonNode references) {
        return StreamSupport.stream(references.path("evse_uids").spliterator(), false)
                .map(uid -> uid.asText().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
