package dev.roamlab.conformance.checks.commands;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class CommandChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            CommandTrafficCheck.class,
            CallbackCheck.class,
            CommandsReceiverCheck.class,
            CommandPlacesCheck.class,
            StartedSessionsCheck.class,
            ReservationsCheck.class,
            TwoEmspsCheck.class,
            DriversCommandsCheck.class,
            CommandAttestations.class);

    private CommandChecks() {}
}
