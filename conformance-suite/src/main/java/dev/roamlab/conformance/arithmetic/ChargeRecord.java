package dev.roamlab.conformance.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A CDR's charging periods, taken apart by what the EVSE did; not yet cut where prices change. */
final class ChargeRecord {
    private static final BigDecimal NANO = new BigDecimal("0.000000001");

    private final Map<String, PricedTariff> tariffs = new HashMap<>();
    private final boolean assumeTariff;
    private final List<Stretch> stretches = new ArrayList<>();

    ChargeRecord(JsonNode cdr, List<JsonNode> tariffs, boolean assumeTariff) {
        this.assumeTariff = assumeTariff;
        boolean taxIncludedRequired = cdr.path("total_cost").has("before_taxes");
        for (JsonNode tariff : tariffs) {
            PricedTariff priced = PricedTariff.of(tariff, taxIncludedRequired);
            this.tariffs.put(priced.id(), priced);
        }
        Instant end = Json.instant(cdr, "end_date_time");
        List<JsonNode> periods = Json.list(cdr, "charging_periods");
        for (int i = 0; i < periods.size(); i++) {
            Instant until = i + 1 < periods.size() ? Json.instant(periods.get(i + 1), "start_date_time") : end;
            period(i, periods.get(i), until);
        }
    }

    /** The Tariffs that price a period. */
    List<PricedTariff> tariffs() {
        return stretches.stream()
                .flatMap(stretch -> stretch.tariff().stream())
                .distinct()
                .toList();
    }

    List<Stretch> stretches() {
        return stretches;
    }

    private void period(int index, JsonNode period, Instant until) {
        Instant start = Json.instant(period, "start_date_time");
        if (until.isBefore(start)) {
            throw new Unknowable("charging_periods are not in order of time");
        }
        Map<String, BigDecimal> volumes = volumes(period);
        BigDecimal clock = seconds(start, until);
        BigDecimal kwh = volumes.getOrDefault("ENERGY", BigDecimal.ZERO);
        if (kwh.signum() < 0) {
            throw new Unknowable("how negative energy is priced is open");
        }
        Map<Stretch.Kind, BigDecimal> times = times(volumes);
        if (times.keySet().stream().allMatch(kind -> kind == Stretch.Kind.RESERVED)
                && (times.isEmpty() || kwh.signum() > 0)) {
            times.put(Stretch.Kind.CHARGING, clock.subtract(sum(times)).max(BigDecimal.ZERO));
        }
        Stretch.Kind charged = times.containsKey(Stretch.Kind.CHARGING) ? Stretch.Kind.CHARGING : Stretch.Kind.PARKED;
        Instant from = start;
        for (Map.Entry<Stretch.Kind, BigDecimal> time : times.entrySet()) {
            BigDecimal billed = times.size() == 1 ? near(time.getValue(), clock) : time.getValue();
            BigDecimal lasts = times.size() == 1 ? clock : billed;
            stretches.add(new Stretch(
                    index,
                    time.getKey(),
                    tariff(period),
                    from,
                    lasts,
                    billed,
                    volumes.containsKey(volumeOf(time.getKey())),
                    time.getKey() == charged ? kwh : BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    range("power", volumes, "MIN_POWER", "MAX_POWER"),
                    range("current", volumes, "MIN_CURRENT", "MAX_CURRENT")));
            from = after(from, lasts);
        }
    }

    private static Map<String, BigDecimal> volumes(JsonNode period) {
        Map<String, BigDecimal> volumes = new HashMap<>();
        for (JsonNode dimension : period.path("dimensions")) {
            volumes.merge(Json.text(dimension, "type"), Json.number(dimension, "volume"), BigDecimal::add);
        }
        return volumes;
    }

    private static Map<Stretch.Kind, BigDecimal> times(Map<String, BigDecimal> volumes) {
        Map<Stretch.Kind, BigDecimal> times = new EnumMap<>(Stretch.Kind.class);
        for (Stretch.Kind kind : Stretch.Kind.values()) {
            BigDecimal hours = volumes.getOrDefault(volumeOf(kind), BigDecimal.ZERO);
            if (hours.signum() > 0) {
                times.put(kind, hours.multiply(Dimension.HOUR));
            }
        }
        return times;
    }

    private static String volumeOf(Stretch.Kind kind) {
        return switch (kind) {
            case RESERVED -> "RESERVATION_TIME";
            case CHARGING -> "TIME";
            case PARKED -> "PARKING_TIME";
        };
    }

    private Optional<PricedTariff> tariff(JsonNode period) {
        Optional<String> id = Json.maybeText(period, "tariff_id");
        if (id.isEmpty()) {
            return assumeTariff && tariffs.size() == 1
                    ? Optional.of(tariffs.values().iterator().next())
                    : Optional.empty();
        }
        PricedTariff tariff = tariffs.get(id.get().toUpperCase(Locale.ROOT));
        if (tariff == null) {
            throw new Unknowable("Tariff " + id.get() + " of a period is not known");
        }
        return Optional.of(tariff);
    }

    private static Range range(String of, Map<String, BigDecimal> volumes, String min, String max) {
        return new Range(of, Optional.ofNullable(volumes.get(min)), Optional.ofNullable(volumes.get(max)));
    }

    /** The duration by the clock, when the volume is that, but for its four decimals. */
    private static BigDecimal near(BigDecimal billed, BigDecimal clock) {
        return billed.subtract(clock).abs().compareTo(Dimension.TIME.blur()) <= 0 ? clock : billed;
    }

    private static BigDecimal sum(Map<Stretch.Kind, BigDecimal> times) {
        return times.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal seconds(Instant from, Instant until) {
        Duration duration = Duration.between(from, until);
        return BigDecimal.valueOf(duration.getSeconds()).add(NANO.multiply(BigDecimal.valueOf(duration.getNano())));
    }

    static Instant after(Instant start, BigDecimal seconds) {
        return start.plusNanos(seconds.divide(NANO, MathContext.DECIMAL128).longValue());
    }
}
