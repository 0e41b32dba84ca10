package dev.roamlab.cpo.cdrs;

import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.types.OcpiRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * A CDR on its way to the eMSP.
 *
 * @param attempts so far
 * @param location the URL under which the eMSP offers it, once delivered
 * @param problem what went wrong last, if anything
 */
@OcpiRecord
public record CdrDue(
        String cdrId,
        String sessionId,
        String partnerId,
        State state,
        int attempts,
        Optional<String> location,
        Optional<String> problem,
        Instant lastUpdated) {

    /** How far it has come. */
    public enum State {
        /** To be sent, or sent without a clear answer: it is sent again, with the same id. */
        WAITING,
        /** The eMSP has it. */
        DELIVERED,
        /** The eMSP refuses it: somebody has to look. */
        REFUSED,
        /** The eMSP takes no pushes: it fetches CDRs from our list. */
        LEFT_TO_PULL
    }

    /** A new CDR that is due. */
    public static CdrDue of(Cdr cdr, String partnerId, Instant now) {
        return new CdrDue(
                cdr.id().value(),
                cdr.sessionId().map(Object::toString).orElse(""),
                partnerId,
                State.WAITING,
                0,
                Optional.empty(),
                Optional.empty(),
                now);
    }

    CdrDueBuilder copy() {
        return CdrDueBuilder.builder(this);
    }
}
