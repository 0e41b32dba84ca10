package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.Tariff;
import java.time.ZoneId;
import java.util.List;

/**
 * Prices what a driver used. The rules and their readings are in {@code docs/pricing.md}; figures are rounded as
 * {@link Rounding} says. Spec: mod_tariffs_tariff_object, mod_cdrs_step_size.
 */
public final class TariffEngine {
    private TariffEngine() {}

    /**
     * The bill of a session; a tariff without any VAT rate leaves the taxes unknown.
     *
     * @param tariffs in one currency, at least one; the first that is valid at the start (or just the first) is in use where
     *     a measured phase names none
     * @param zone the location's, in which times and dates of restrictions are meant
     * @throws dev.roamlab.ocpi.types.InvalidField when tariffs have different currencies or a phase names an unknown tariff
     */
    public static Bill price(List<Tariff> tariffs, Usage usage, ZoneId zone) {
        return price(tariffs, usage, zone, MissingVat.UNKNOWN);
    }

    /** As {@link #price(List, Usage, ZoneId)}, with a choice of what it means that a tariff names no VAT rate. */
    public static Bill price(List<Tariff> tariffs, Usage usage, ZoneId zone, MissingVat missingVat) {
        TariffBook book = new TariffBook(tariffs, usage);
        List<Slice> slices = Slicer.cut(usage, book, zone);
        Consumption consumption = Consumption.of(slices, usage.origin());
        List<Consumption.Step> steps = consumption.applySteps();
        return new BillMaker(usage, book, missingVat).bill(slices, consumption, steps);
    }
}
