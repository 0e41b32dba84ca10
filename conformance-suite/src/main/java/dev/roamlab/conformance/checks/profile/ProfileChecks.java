package dev.roamlab.conformance.checks.profile;

import java.util.List;

/** The checks of house rules. */
public final class ProfileChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(HouseRulesCheck.class);

    private ProfileChecks() {}
}
