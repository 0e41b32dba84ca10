package dev.roamlab.conformance.checks.tokens;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class TokenChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            TokenTrafficCheck.class,
            PushedTokensCheck.class,
            PulledTokensCheck.class,
            WhitelistCheck.class,
            TokensReceiverCheck.class,
            TokenTypesCheck.class,
            TokensSenderCheck.class,
            AuthorizationCheck.class,
            AuthorizationPlacesCheck.class,
            TokenAttestations.class);

    private TokenChecks() {}
}
