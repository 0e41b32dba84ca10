package dev.roamlab.conformance.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Pulls triggers. Blocks its caller until the trigger is pulled, not until its effect shows: that is for the wire to tell. */
public interface Triggers {
    /**
     * Pulls a trigger.
     *
     * @param name such as {@code start-session}
     * @param params what it concerns
     * @return facts that the operator's side volunteered; hints only, an empty object when there are none
     * @throws TriggerUnavailable when there is no way to pull it, the operator skipped it, or it went wrong
     */
    JsonNode pull(String name, Map<String, ?> params);

    /** Whether there is a way to pull it at all. */
    boolean has(String name);

    /** The trigger cannot be pulled here: what needs it is inconclusive, for the reason in the message. */
    final class TriggerUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TriggerUnavailable(String message) {
            super(message);
        }
    }
}
