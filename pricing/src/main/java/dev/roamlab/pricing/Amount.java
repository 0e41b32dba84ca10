package dev.roamlab.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * Money without and with taxes, in the currency of the bill. One side may be unknown: prices may be net with taxes still to
 * come, or gross with taxes nobody itemised (TAR-060, TAR-061); never both.
 */
public record Amount(Optional<BigDecimal> excl, Optional<BigDecimal> incl) {
    /** Nothing, whatever the taxes. */
    public static final Amount ZERO = of(BigDecimal.ZERO, BigDecimal.ZERO);

    /** An amount with both sides known. */
    public static Amount of(BigDecimal excl, BigDecimal incl) {
        return new Amount(Optional.of(excl), Optional.of(incl));
    }

    /** An amount before taxes that are not known. */
    static Amount net(BigDecimal excl) {
        return new Amount(Optional.of(excl), Optional.empty());
    }

    /** An amount with taxes of which the share is not known. */
    static Amount gross(BigDecimal incl) {
        return new Amount(Optional.empty(), Optional.of(incl));
    }

    /** The figure before taxes; where that is not known, the one that holds them. */
    public BigDecimal exclOrIncl() {
        return excl.or(() -> incl).orElse(BigDecimal.ZERO);
    }

    /** The figure with taxes; where that is not known, the one without. */
    public BigDecimal inclOrExcl() {
        return incl.or(() -> excl).orElse(BigDecimal.ZERO);
    }

    /** The sum; a side is known if it is known of both. */
    Amount plus(Amount other) {
        return new Amount(sum(excl, other.excl), sum(incl, other.incl));
    }

    /** As a bill shows it. */
    Amount shown() {
        return map(Rounding::shown);
    }

    Amount map(Function<BigDecimal, BigDecimal> change) {
        return new Amount(excl.map(change), incl.map(change));
    }

    private static Optional<BigDecimal> sum(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.flatMap(a -> other.map(a::add));
    }
}
