package dev.roamlab.conformance.checks.types;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class TypeChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            StringsCheck.class,
            MomentsCheck.class,
            AbsenceCheck.class,
            TaxAmountsCheck.class,
            EnvelopesCheck.class,
            NewPartnerCheck.class);

    private TypeChecks() {}
}
