package dev.roamlab.conformance.checks.sessions;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class SessionChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            SessionsSenderCheck.class,
            SessionsWindowCheck.class,
            SessionsReceiverCheck.class,
            SessionsPutCheck.class,
            SessionsPatchCheck.class,
            SessionsTrafficCheck.class,
            SessionLimitsCheck.class,
            SessionsContentsCheck.class,
            SessionPricesCheck.class,
            ChargedSessionsCheck.class,
            ReservedSessionsCheck.class,
            SessionsAtAnEmspCheck.class);

    private SessionChecks() {}
}
