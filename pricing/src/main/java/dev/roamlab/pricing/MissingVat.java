package dev.roamlab.pricing;

/**
 * What it means that no component of a tariff names a VAT rate. The two versions of OCPI disagree, and a {@code Tariff} does
 * not say which one it came from. Where one component of a tariff has a rate, a component without one is free of VAT in both
 * (TAR-071, TAR-072).
 */
public enum MissingVat {
    /** Taxes are not known before they are charged, as in North America. Spec 2.3.0: mod_tariffs_taxincluded_enum. */
    UNKNOWN,
    /** No VAT applies. Spec 2.2.1: mod_tariffs_pricecomponent_class. */
    NONE
}
