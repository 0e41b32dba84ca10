package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what a CDR states with what its Tariffs give, and with what known mistakes would make of it. It accuses only
 * when the stated figure is that of the mistake and that of no honest reading; everything else is {@link Opinion.Silent}.
 */
public final class Judge {
    private static final List<Method> READINGS = Arrays.stream(Method.values())
            .filter(method -> method.kind() == Method.Kind.READING)
            .toList();
    private static final BigDecimal HAIR = new BigDecimal("0.000001");

    private final JsonNode cdr;
    private final List<JsonNode> tariffs;
    private final Optional<ZoneId> zone;
    private final boolean expiredForSure;
    private final List<Honest> honest = new ArrayList<>();
    private final Recomputation right;

    private record Honest(Set<Method> readings, Bill bill) {}

    /**
     * A judge of one CDR.
     *
     * @param zone the time_zone of the Location, if a published Location tells it
     * @param expiredForSure whether a reservation without session is known to have expired and not to have been cancelled
     */
    public Judge(JsonNode cdr, List<JsonNode> tariffs, Optional<ZoneId> zone, boolean expiredForSure) {
        this.cdr = cdr;
        this.tariffs = List.copyOf(tariffs);
        this.zone = zone;
        this.expiredForSure = expiredForSure;
        this.right = Recompute.of(cdr, tariffs, zone, Set.of(Method.RIGHT));
        addReadings();
    }

    private void addReadings() {
        right.bill().ifPresent(bill -> honest.add(new Honest(Set.of(), bill)));
        for (int i = 0; i < READINGS.size(); i++) {
            for (int j = i; j < READINGS.size(); j++) {
                Set<Method> readings = EnumSet.of(READINGS.get(i), READINGS.get(j));
                boolean contradicted = expiredForSure && readings.contains(Method.RESERVATION_CANCELLED);
                if (!contradicted) {
                    Recompute.of(cdr, tariffs, zone, readings)
                            .bill()
                            .ifPresent(bill -> honest.add(new Honest(readings, bill)));
                }
            }
        }
    }

    /** What the Tariffs give, by the catalogue's reading. */
    public Recomputation right() {
        return right;
    }

    /** Whether the stated total is that of an honest reading; empty when nothing can be worked out or is stated. */
    public Optional<Boolean> totalFits() {
        return right.bill()
                .flatMap(bill -> stated(bill, Figure.TOTAL))
                .map(total -> honest.stream().anyMatch(one -> fits(total, one.bill(), Figure.TOTAL)));
    }

    /** What the CDR shows about this mistake (or other reading). */
    public Opinion on(Method method) {
        if (right instanceof NotComputable open) {
            return new Opinion.Silent(open.because());
        }
        Bill should = right.bill().orElseThrow();
        Recomputation wrong = Recompute.of(cdr, tariffs, zone, Set.of(method));
        Optional<BigDecimal> mistaken = wrong.bill().flatMap(bill -> bill.amount(method.figure()));
        Optional<BigDecimal> correct = should.amount(method.figure());
        Optional<BigDecimal> stated = stated(should, method.figure());
        if (mistaken.isEmpty() || correct.isEmpty()) {
            return new Opinion.Silent(wrong instanceof NotComputable open ? open.because() : "tax is not known");
        }
        return stated.map(figure -> compared(method, figure, correct.get(), mistaken.get()))
                .orElseGet(() -> new Opinion.Silent(method.figure().field() + " is not stated"));
    }

    private Opinion compared(Method method, BigDecimal stated, BigDecimal correct, BigDecimal mistaken) {
        BigDecimal gap = correct.subtract(mistaken).abs();
        if (gap.compareTo(tolerance(right.bill().orElseThrow())) <= 0) {
            return new Opinion.Silent("it makes no difference on this CDR");
        }
        if (honest.stream()
                .filter(one -> !one.readings().contains(method))
                .anyMatch(one -> fits(stated, one.bill(), method.figure()))) {
            return close(stated, mistaken, unit())
                    ? new Opinion.Silent("another reading gives the same figure")
                    : new Opinion.Kept(stated, mistaken);
        }
        if (!close(stated, mistaken, unit()) || stated.signum() == 0) {
            return new Opinion.Silent("the CDR states " + shown(stated) + ", where the Tariffs give " + shown(correct)
                    + " and " + method.how() + " gives " + shown(mistaken));
        }
        return new Opinion.Mistaken(method, stated, correct, mistaken.compareTo(correct) < 0);
    }

    private boolean fits(BigDecimal stated, Bill bill, Figure figure) {
        return bill.amount(figure)
                .filter(amount -> close(stated, amount, tolerance(bill)))
                .isPresent();
    }

    /** The figure as the CDR states it: of a Tariff whose taxes cannot be taken out, the total with them. */
    private Optional<BigDecimal> stated(Bill bill, Figure figure) {
        boolean withTax = figure == Figure.GROSS || bill.net().isEmpty();
        return Price.of(cdr.path(figure.field())).flatMap(price -> withTax ? price.gross() : Optional.of(price.net()));
    }

    private static boolean close(BigDecimal one, BigDecimal other, BigDecimal tolerance) {
        return one.subtract(other).abs().compareTo(tolerance.add(HAIR)) <= 0;
    }

    /** One smallest unit of the currency per amount that may have been rounded. */
    private BigDecimal tolerance(Bill bill) {
        return unit().multiply(BigDecimal.valueOf(Math.max(1, bill.roundings())));
    }

    private BigDecimal unit() {
        try {
            int digits = Currency.getInstance(cdr.path("currency").asText()).getDefaultFractionDigits();
            return BigDecimal.ONE.movePointLeft(Math.max(0, digits));
        } catch (IllegalArgumentException unknownCurrency) {
            return new BigDecimal("0.01");
        }
    }

    static String shown(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.setScale(Math.max(2, rounded.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
