package dev.roamlab.ocpi.tariffs;

/** The sessions that a tariff is meant for; a closed list. Spec: mod_tariffs_tariff_type. */
public enum TariffType {
    AD_HOC_PAYMENT,
    PROFILE_CHEAP,
    PROFILE_FAST,
    PROFILE_GREEN,
    REGULAR
}
