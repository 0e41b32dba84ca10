package dev.roamlab.ocpi.http;

import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.partner.Caller;
import java.util.Optional;

/** Knows who holds which token. Must compare in constant time. */
public interface Gate {

    /** Who presents this token; empty when nobody we know does. */
    Optional<Caller> admit(CredentialsToken presented);
}
