package dev.roamlab.pricing;

import dev.roamlab.ocpi.tariffs.Tariff;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A part of a phase in which the same elements apply throughout.
 *
 * @param run which stretch of reserved phases it belongs to; -1 when not reserved
 * @param elements those whose restrictions hold
 * @param rates what prices it, one component per dimension at most; FLAT only in the slice that opens a session or
 *     reservation
 */
record Slice(Phase phase, int run, Optional<Tariff> tariff, Point from, Point to, BitSet elements, List<Rate> rates) {

    /**
     * A point of the usage.
     *
     * @param seconds since the usage began
     * @param kwh of the whole usage so far
     */
    record Point(BigDecimal seconds, BigDecimal kwh) {}

    BigDecimal seconds() {
        return to.seconds().subtract(from.seconds());
    }

    BigDecimal kwh() {
        return to.kwh().subtract(from.kwh());
    }

    boolean reserved() {
        return run >= 0;
    }
}
