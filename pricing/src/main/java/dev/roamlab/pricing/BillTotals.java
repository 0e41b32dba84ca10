package dev.roamlab.pricing;

import dev.roamlab.ocpi.types.OcpiRecord;
import dev.roamlab.ocpi.types.Price;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The partial totals of a CDR, before limits; a cost is empty when nothing was priced in it. Spec: mod_cdrs_cdr_object.
 *
 * @param fixedCost FLAT of the session
 * @param timeCost TIME of the session
 * @param reservationCost FLAT and TIME of reservations (CDR-073)
 * @param energy kWh as measured, not as billed (CDR-066)
 * @param time hours of the session, parking included, reservation not (CDR-071)
 * @param parkingTime hours
 */
@OcpiRecord
public record BillTotals(
        Optional<Price> fixedCost,
        Optional<Price> energyCost,
        Optional<Price> timeCost,
        Optional<Price> parkingCost,
        Optional<Price> reservationCost,
        BigDecimal energy,
        BigDecimal time,
        BigDecimal parkingTime) {}
