package dev.roamlab.conformance.checks.tariffs;

import java.util.List;

/** The check classes of this chapter, in the order of the specification. */
public final class TariffChecks {
    /** The classes. */
    public static final List<Class<?>> ALL = List.of(
            TariffsSenderCheck.class,
            TariffsReceiverCheck.class,
            TariffContentsCheck.class,
            TariffPricesCheck.class,
            TariffPushCheck.class,
            TariffChoiceCheck.class,
            TariffsPullCheck.class,
            TwoPartiesCheck.class,
            TariffAttestations.class);

    private TariffChecks() {}
}
