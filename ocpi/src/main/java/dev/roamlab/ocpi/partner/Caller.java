package dev.roamlab.ocpi.partner;

import dev.roamlab.ocpi.credentials.CredentialsToken;

/** Who presented a token that we know. */
public sealed interface Caller {

    /** How the caller is called in logs and reports. */
    String label();

    /** Somebody who was given a token A and may register with it. Spec: credentials_registration. */
    record Invited(String invitationId, CredentialsToken tokenA) implements Caller {
        @Override
        public String label() {
            return "invited:" + invitationId;
        }
    }

    /** A registered platform. */
    record Registered(Partner partner) implements Caller {
        @Override
        public String label() {
            return partner.party().toString();
        }
    }
}
