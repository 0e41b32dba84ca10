package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.catalogue.CatalogueModule;
import java.util.EnumSet;
import java.util.Set;

/** The chapters that this suite reports on; the others follow when our own nodes speak them. */
public final class Modules {
    /** The chapters. */
    public static final Set<CatalogueModule> COVERED = Set.copyOf(EnumSet.complementOf(EnumSet.of(
            CatalogueModule.CHARGING_PROFILES,
            CatalogueModule.HUB_CLIENT_INFO,
            CatalogueModule.PAYMENTS,
            CatalogueModule.INVOICE_RECONCILIATION,
            CatalogueModule.BOOKINGS)));

    private Modules() {}
}
