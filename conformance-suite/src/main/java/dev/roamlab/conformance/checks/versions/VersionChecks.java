package dev.roamlab.conformance.checks.versions;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class VersionChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            VersionsListCheck.class, VersionDetailsCheck.class, InterfacesCheck.class, ClientOfVersionsCheck.class);

    private VersionChecks() {}
}
