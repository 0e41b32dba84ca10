package dev.roamlab.conformance.checks.interop;

import java.util.List;

/** The checks of the field lessons. */
public final class InteropChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            UrlsCheck.class, ToleranceCheck.class, BulkCheck.class, ListedMomentsCheck.class, WritingCheck.class);

    private InteropChecks() {}
}
