package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a charge should cost, exactly: nothing is rounded but consumption.
 *
 * @param net the total without tax; absent when prices contain taxes that cannot be taken out
 * @param gross the total with tax; absent when only the total without tax meets a limit
 * @param parts the partial totals without tax; a limit does not change them
 * @param limited whether min_price or max_price made the total
 * @param lines what was multiplied, for messages
 * @param roundings how many amounts a CPO may have rounded: one per price component and period
 */
public record Bill(
        Optional<BigDecimal> net,
        Optional<BigDecimal> gross,
        Map<Figure, BigDecimal> parts,
        boolean limited,
        List<String> lines,
        long roundings)
        implements Recomputation {
    public Bill {
        parts = Map.copyOf(parts);
        lines = List.copyOf(lines);
    }

    /** The amount, when it can be told. */
    public Optional<BigDecimal> amount(Figure figure) {
        return switch (figure) {
            case TOTAL -> net.or(() -> gross);
            case GROSS -> gross;
            case FIXED, ENERGY, TIME, PARKING, RESERVATION ->
                net.map(known -> parts.getOrDefault(figure, BigDecimal.ZERO));
        };
    }
}
