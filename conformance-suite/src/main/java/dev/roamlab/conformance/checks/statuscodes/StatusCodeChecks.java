package dev.roamlab.conformance.checks.statuscodes;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class StatusCodeChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            BadContentCheck.class, EnvelopeCodesCheck.class, RegistrationCodesCheck.class, GenericCodesCheck.class);

    private StatusCodeChecks() {}
}
