package dev.roamlab.pricing;

import dev.roamlab.ocpi.cdrs.CdrBuilder;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Price;
import dev.roamlab.ocpi.types.TaxAmount;
import java.util.List;

/**
 * What a session costs and why. Figures are rounded as {@link Rounding} says.
 *
 * @param total what is charged: the sum of the lines, held within the limits
 * @param taxes what the total holds of each tax, as far as known
 * @param lines one per dimension and price, in order of first use
 * @param periods the charging periods: a new one begins whenever other elements apply (mod_cdrs_charging_period)
 * @param tariffs those used, in order of first use
 * @param limits those that changed the total
 * @param notes what a reader should know, such as that a tariff had ended
 */
@OcpiRecord
public record Bill(
        String currency,
        Amount total,
        List<TaxAmount> taxes,
        List<BillLine> lines,
        BillTotals totals,
        List<ChargingPeriod> periods,
        List<Tariff> tariffs,
        List<AppliedLimit> limits,
        List<String> notes) {

    /**
     * The total as CDRs and sessions carry it. Where prices hold taxes that nobody itemised, the amount before taxes is not
     * known and the whole stands in its place, so that the sum is right.
     */
    public Price totalCost() {
        return new Price(total.exclOrIncl(), taxes);
    }

    /** The bill line by line in words, with the arithmetic. */
    public List<String> explain() {
        return Explanation.of(this);
    }

    /** Fills in all that a CDR has from its price: currency, tariffs, periods and every total. */
    public CdrBuilder onto(CdrBuilder cdr) {
        return cdr.currency(currency)
                .tariffs(tariffs)
                .chargingPeriods(periods)
                .totalCost(totalCost())
                .totalFixedCost(totals.fixedCost())
                .totalEnergy(totals.energy())
                .totalEnergyCost(totals.energyCost())
                .totalTime(totals.time())
                .totalTimeCost(totals.timeCost())
                .totalParkingTime(totals.parkingTime())
                .totalParkingCost(totals.parkingCost())
                .totalReservationCost(totals.reservationCost());
    }
}
