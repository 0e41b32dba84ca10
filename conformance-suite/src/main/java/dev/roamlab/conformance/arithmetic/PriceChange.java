package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A moment of a session at which another price becomes active for something that is consumed.
 *
 * @param at when, by the clock; interpolated where the price depends on energy
 * @param byEnergy whether reaching an amount of energy changes the price
 * @param secondsOff how far from the nearest beginning or end of a charging period
 * @param kwhOff the same in energy
 */
public record PriceChange(Instant at, boolean byEnergy, BigDecimal secondsOff, BigDecimal kwhOff) {
    private static final BigDecimal HAIR = new BigDecimal("0.000001");

    /** The changes of a CDR; empty when they cannot be told. Those of current or power never show inside a period. */
    public static List<PriceChange> of(JsonNode cdr, List<JsonNode> tariffs, Optional<ZoneId> zone) {
        try {
            List<Stretch> whole = new ChargeRecord(cdr, tariffs, false)
                    .stretches().stream().filter(stretch -> !stretch.reserved()).toList();
            List<Stretch> pieces = new Cutter(zone, true).cut(whole);
            Lookup lookup = new Lookup(new Rules(Set.of()), zone, pieces);
            List<PriceChange> changes = new ArrayList<>();
            for (int i = 1; i < pieces.size(); i++) {
                if (changes(lookup, pieces.get(i - 1), pieces.get(i))) {
                    changes.add(change(pieces, i));
                }
            }
            return changes;
        } catch (Unknowable unknown) {
            return List.of();
        }
    }

    private static boolean changes(Lookup lookup, Stretch before, Stretch after) {
        if (before.kind() != after.kind() || !before.tariff().equals(after.tariff())) {
            return false;
        }
        boolean energy = before.kwh().signum() > 0
                && after.kwh().signum() > 0
                && !price(lookup, before, Dimension.ENERGY).equals(price(lookup, after, Dimension.ENERGY));
        Dimension time = after.kind() == Stretch.Kind.PARKED ? Dimension.PARKING_TIME : Dimension.TIME;
        return energy || !price(lookup, before, time).equals(price(lookup, after, time));
    }

    private static Optional<BigDecimal> price(Lookup lookup, Stretch stretch, Dimension dimension) {
        return lookup.session(stretch, dimension)
                .map(component -> component.price().stripTrailingZeros())
                .filter(price -> price.signum() != 0);
    }

    private static PriceChange change(List<Stretch> pieces, int index) {
        Stretch piece = pieces.get(index);
        List<Stretch> period = pieces.stream()
                .filter(other -> other.period() == piece.period())
                .toList();
        boolean atBound = period.get(0) == piece;
        List<Stretch> before = atBound ? List.of() : period.subList(0, period.indexOf(piece));
        List<Stretch> rest = period.subList(period.indexOf(piece), period.size());
        return new PriceChange(
                piece.start(),
                piece.tariff().stream()
                        .flatMap(tariff -> tariff.elements().stream())
                        .flatMap(element -> Stream.of(
                                element.restrictions().minKwh(),
                                element.restrictions().maxKwh()))
                        .flatMap(Optional::stream)
                        .anyMatch(
                                limit -> limit.subtract(piece.kwhBefore()).abs().compareTo(HAIR) < 0),
                sum(before.stream().map(Stretch::clockSeconds))
                        .min(sum(rest.stream().map(Stretch::clockSeconds))),
                sum(before.stream().map(Stretch::kwh)).min(sum(rest.stream().map(Stretch::kwh))));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
