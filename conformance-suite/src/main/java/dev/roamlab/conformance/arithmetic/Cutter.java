package dev.roamlab.conformance.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Cuts stretches where a restriction can begin or cease to hold; energy and time are spread evenly within a stretch. */
final class Cutter {
    private static final int DAYS_AT_MOST = 60;
    private static final BigDecimal SLIVER_SECONDS = BigDecimal.valueOf(60);
    private static final BigDecimal SLIVER_KWH = new BigDecimal("0.5");

    private final Set<ZoneId> zones;
    private final boolean slivers;
    private BigDecimal kwh = BigDecimal.ZERO;
    private BigDecimal sessionSeconds = BigDecimal.ZERO;
    private BigDecimal reservedSeconds = BigDecimal.ZERO;

    private record Cut(Instant at, boolean byEnergy) {}

    /** @param slivers whether a price change just after a stretch's beginning or before its end cuts it as well */
    Cutter(Optional<ZoneId> zone, boolean slivers) {
        this.zones = zone.<Set<ZoneId>>map(known -> new HashSet<>(List.of(known, ZoneOffset.UTC)))
                .orElse(Set.of(ZoneOffset.UTC));
        this.slivers = slivers;
    }

    List<Stretch> cut(List<Stretch> stretches) {
        List<Stretch> pieces = new ArrayList<>();
        for (Stretch stretch : stretches) {
            BigDecimal before = stretch.reserved() ? reservedSeconds : sessionSeconds;
            pieces.addAll(pieces(stretch.withKwhBefore(kwh).withSecondsBefore(before)));
            kwh = kwh.add(stretch.kwh());
            if (stretch.reserved()) {
                reservedSeconds = before.add(stretch.clockSeconds());
            } else {
                sessionSeconds = before.add(stretch.clockSeconds());
            }
        }
        return pieces;
    }

    private List<Stretch> pieces(Stretch whole) {
        TreeMap<BigDecimal, Cut> cuts = new TreeMap<>();
        whole.tariff()
                .ifPresent(
                        tariff -> tariff.elements().forEach(element -> addCuts(whole, element.restrictions(), cuts)));
        List<Stretch> pieces = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        BigDecimal seenAt = BigDecimal.ZERO;
        Instant start = whole.start();
        for (Map.Entry<BigDecimal, Cut> cut : cuts.entrySet()) {
            boolean atStart = !slivers && sliver(whole, cut.getKey(), cut.getValue());
            boolean atEnd = !slivers && sliver(whole, BigDecimal.ONE.subtract(cut.getKey()), cut.getValue());
            if (!atStart && !atEnd) {
                pieces.add(piece(whole, start, seenAt, cut.getKey().subtract(from)));
                from = cut.getKey();
            }
            if (!atEnd) {
                seenAt = cut.getKey();
                start = cut.getValue().at();
            }
        }
        pieces.add(piece(whole, start, seenAt, BigDecimal.ONE.subtract(from)));
        return pieces;
    }

    private static boolean sliver(Stretch whole, BigDecimal share, Cut cut) {
        return whole.clockSeconds().multiply(share).compareTo(SLIVER_SECONDS) <= 0
                || cut.byEnergy() && whole.kwh().multiply(share).compareTo(SLIVER_KWH) <= 0;
    }

    private static Stretch piece(Stretch whole, Instant start, BigDecimal seenAt, BigDecimal share) {
        return whole.withStart(start)
                .withClockSeconds(whole.clockSeconds().multiply(share))
                .withBilledSeconds(whole.billedSeconds().multiply(share))
                .withKwh(whole.kwh().multiply(share))
                .withKwhBefore(whole.kwhBefore().add(whole.kwh().multiply(seenAt)))
                .withSecondsBefore(
                        whole.secondsBefore().add(whole.clockSeconds().multiply(seenAt)));
    }

    private void addCuts(Stretch whole, Restrictions restrictions, TreeMap<BigDecimal, Cut> cuts) {
        Stream.of(restrictions.minKwh(), restrictions.maxKwh())
                .flatMap(Optional::stream)
                .forEach(limit -> addShare(whole, limit.subtract(whole.kwhBefore()), whole.kwh(), true, cuts));
        Stream.of(restrictions.minDuration(), restrictions.maxDuration())
                .flatMap(Optional::stream)
                .forEach(limit ->
                        addShare(whole, limit.subtract(whole.secondsBefore()), whole.clockSeconds(), false, cuts));
        if (restrictions.calendar()) {
            calendarMoments(whole, restrictions)
                    .forEach(at -> put(
                            ChargeRecord.seconds(whole.start(), at), whole.clockSeconds(), new Cut(at, false), cuts));
        }
    }

    private static void addShare(
            Stretch whole, BigDecimal part, BigDecimal total, boolean byEnergy, TreeMap<BigDecimal, Cut> cuts) {
        if (total.signum() > 0) {
            BigDecimal seconds = whole.clockSeconds().multiply(part).divide(total, MathContext.DECIMAL128);
            put(part, total, new Cut(ChargeRecord.after(whole.start(), seconds), byEnergy), cuts);
        }
    }

    private static void put(BigDecimal part, BigDecimal total, Cut cut, TreeMap<BigDecimal, Cut> cuts) {
        if (part.signum() > 0 && part.compareTo(total) < 0) {
            cuts.put(part.divide(total, MathContext.DECIMAL128), cut);
        }
    }

    private List<Instant> calendarMoments(Stretch whole, Restrictions restrictions) {
        if (whole.clockSeconds().compareTo(BigDecimal.valueOf(DAYS_AT_MOST * 86_400L)) > 0) {
            throw new Unknowable("a period lasts more than " + DAYS_AT_MOST + " days");
        }
        Set<LocalTime> times = new HashSet<>(Set.of(LocalTime.MIDNIGHT));
        restrictions.startTime().ifPresent(times::add);
        restrictions.endTime().ifPresent(times::add);
        Instant end = ChargeRecord.after(whole.start(), whole.clockSeconds());
        List<Instant> moments = new ArrayList<>();
        for (ZoneId zone : zones) {
            LocalDate last = end.atZone(zone).toLocalDate();
            for (LocalDate day = whole.start().atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
                for (LocalTime time : times) {
                    moments.add(day.atTime(time).atZone(zone).toInstant());
                }
            }
        }
        return moments;
    }
}
