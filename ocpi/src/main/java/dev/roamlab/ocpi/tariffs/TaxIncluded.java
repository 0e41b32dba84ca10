package dev.roamlab.ocpi.tariffs;

import dev.roamlab.ocpi.types.WireName;

/** Whether the prices of a tariff hold the taxes; a closed list. Spec: mod_tariffs_taxincluded_enum. */
public enum TaxIncluded {
    YES,
    NO,
    /** No taxes apply. */
    @WireName("N/A")
    NOT_APPLICABLE
}
