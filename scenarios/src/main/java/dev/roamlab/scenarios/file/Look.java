package dev.roamlab.scenarios.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.scenarios.stage.ObjectKind;
import dev.roamlab.scenarios.stage.Who;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A look at one place of a system's state.
 *
 * @param where fields that the object must have, by path
 * @param pick which of several objects is meant
 * @param field path of the field, such as {@code total_cost.before_taxes} or {@code evses.0.status}; empty for the object
 */
public record Look(Who at, ObjectKind object, Map<String, JsonNode> where, Pick pick, String field) {
    /** A look; the conditions are copied, in order. */
    public Look {
        where = new LinkedHashMap<>(where);
    }

    /** Which of several objects is meant. */
    public enum Pick {
        /** The newest. */
        LAST,
        /** The oldest. */
        FIRST,
        /** Each of them. */
        ALL;

        /** The word in scenario files: {@code last}. */
        public String spelling() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
