package dev.roamlab.cpo.tokens;

import dev.roamlab.ocpi.cdrs.AuthMethod;
import dev.roamlab.ocpi.tokens.AllowedType;
import dev.roamlab.ocpi.tokens.Token;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody may charge, and who said so.
 *
 * @param allowed ALLOWED, or the reason why not
 * @param known whether anybody knows the token; without it nothing can be billed
 * @param token empty when nobody knows it
 * @param method who decided
 * @param authorizationReference the eMSP's, to be repeated in session and CDR
 * @param evseUids the only EVSEs allowed; empty means any
 * @param why for logs and narration
 */
@OcpiRecord
public record Verdict(
        AllowedType allowed,
        boolean known,
        Optional<Token> token,
        AuthMethod method,
        Optional<CiString> authorizationReference,
        List<CiString> evseUids,
        String why) {

    public Verdict {
        evseUids = List.copyOf(evseUids);
    }

    static Verdict of(AllowedType allowed, Token token, AuthMethod method, String why) {
        return new Verdict(allowed, true, Optional.of(token), method, Optional.empty(), List.of(), why);
    }

    static Verdict unknown(String why) {
        return new Verdict(
                AllowedType.NOT_ALLOWED,
                false,
                Optional.empty(),
                AuthMethod.AUTH_REQUEST,
                Optional.empty(),
                List.of(),
                why);
    }

    /** Whether charging may start. */
    public boolean isAllowed() {
        return allowed == AllowedType.ALLOWED;
    }

    /** Whether charging may start at one EVSE. */
    public boolean isAllowedAt(CiString evseUid) {
        return isAllowed() && (evseUids.isEmpty() || evseUids.contains(evseUid));
    }
}
