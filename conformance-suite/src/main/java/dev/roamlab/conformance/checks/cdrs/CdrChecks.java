package dev.roamlab.conformance.checks.cdrs;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class CdrChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            CdrsSenderCheck.class,
            CdrsReceiverCheck.class,
            RareCdrsCheck.class,
            CreditCdrsCheck.class,
            CdrContentsCheck.class,
            CdrTimesCheck.class,
            CdrEnergyCheck.class,
            CdrPricesCheck.class,
            CdrPushCheck.class,
            ChargedCdrsCheck.class,
            CdrAttestations.class);

    private CdrChecks() {}
}
