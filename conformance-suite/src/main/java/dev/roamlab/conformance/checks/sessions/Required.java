package dev.roamlab.conformance.checks.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.catalogue.SpecVersion;
import dev.roamlab.conformance.checks.objects.Alike;
import dev.roamlab.conformance.schema.ObjectSchemas;
import java.util.List;
import java.util.Set;

/** The required fields of a Session, which are the same in both versions. Spec: mod_sessions_session_object. */
final class Required {
    /** Their names. */
    static final Set<String> FIELDS = ObjectSchemas.of(SpecVersion.V2_2_1).requiredFields("Session");

    private Required() {}

    /** Those that an object lacks. */
    static List<String> absent(JsonNode session) {
        return FIELDS.stream()
                .filter(field -> Alike.nothing(session.path(field)))
                .toList();
    }
}
