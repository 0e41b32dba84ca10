package dev.roamlab.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.conformance.trigger.TriggerKind;
import java.util.Map;

/** What only a person can see: the operator is asked whether it is so, and their word counts. */
public final class Attestation {
    private Attestation() {}

    /**
     * Asks a question, and lets the answer decide.
     *
     * @param question of which yes means that the rule is kept; it says what to answer when there is nothing of the kind
     * @throws dev.roamlab.conformance.trigger.Triggers.TriggerUnavailable when nobody can be asked, or nobody can say: what is
     *     undecided is inconclusive
     */
    public static void decide(Probe probe, String requirement, String question) {
        JsonNode said = probe.trigger(TriggerKind.ATTEST, Map.of("requirement", requirement, "question", question));
        String note = said.path("note").asText("").strip();
        Claim claim = probe.claim(requirement);
        if (!said.path("holds").isBoolean()) {
            claim.inconclusive("the operator was asked and did not say true or false in holds" + remark(note));
            return;
        }
        claim.notes("attested by the operator, not seen on the wire: " + question + remark(note));
        boolean holds = said.path("holds").booleanValue();
        claim.holds(holds, "the operator's yes to: " + question, "no" + remark(note));
    }

    private static String remark(String note) {
        return note.isEmpty() ? "" : " (" + note + ")";
    }
}
