package dev.roamlab.conformance.checks.credentials;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class CredentialsChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            RegistrationCheck.class,
            CredentialsEndpointCheck.class,
            CredentialsPutCheck.class,
            InvitationCheck.class,
            PostedCredentialsCheck.class,
            StartingCheck.class);

    private CredentialsChecks() {}
}
