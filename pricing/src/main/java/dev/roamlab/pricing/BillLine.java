package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.OcpiRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One dimension at one price. Quantities are in the unit of the price: kWh for ENERGY, hours for TIME and PARKING_TIME, 1 for
 * FLAT (as often as it was due).
 *
 * @param reservation whether it prices a reservation
 * @param consumed as measured
 * @param billed after the step size
 * @param price per unit; whether taxes are in it, the tariff says
 * @param vat the rate, 20 for 20 %; empty when none is named or no taxes apply
 * @param priced billed times price: the cost in the tariff's own terms
 * @param cost the same without and with taxes
 * @param elements where the price was found, in order of first use
 * @param step how the step size rounded this line, if it did
 */
@OcpiRecord
public record BillLine(
        TariffDimensionType dimension,
        boolean reservation,
        BigDecimal consumed,
        BigDecimal billed,
        BigDecimal price,
        Optional<BigDecimal> vat,
        BigDecimal priced,
        Amount cost,
        List<ElementRef> elements,
        Optional<StepRounding> step,
        String why) {

    /**
     * A place in a tariff.
     *
     * @param element index in its list of elements, from 0
     */
    public record ElementRef(CiString tariffId, int element) {}

    /**
     * A total that a step size rounded up.
     *
     * @param stepSize Wh or seconds
     * @param before the priced total of the dimension in kWh or hours
     * @param after that total in whole blocks
     */
    public record StepRounding(int stepSize, BigDecimal before, BigDecimal after) {}

    /** The unit of the quantities: {@code kWh}, {@code h}, or {@code session} for a fee (of a reservation, too). */
    public String unit() {
        return switch (dimension) {
            case ENERGY -> "kWh";
            case TIME, PARKING_TIME -> "h";
            case FLAT -> "session";
        };
    }
}
