package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sessions that a CPO under test pushes; periods in a PATCH are added to those known. Spec: mod_sessions_patch_method. */
final class SessionsReceiver extends ObjectReceiver {
    private static final String PERIODS = "charging_periods";

    SessionsReceiver() {
        super(true, false);
    }

    @Override
    ObjectNode merged(ObjectNode present, ObjectNode patch) {
        ObjectNode merged = super.merged(present, patch);
        if (patch.path(PERIODS).isArray()) {
            JsonNode known = present.path(PERIODS);
            ArrayNode all = merged.putArray(PERIODS);
            known.forEach(all::add);
            patch.path(PERIODS).forEach(all::add);
        }
        return merged;
    }
}
