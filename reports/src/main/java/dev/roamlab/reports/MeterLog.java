package dev.roamlab.reports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.reports.ChargeCurve.Point;
import dev.roamlab.reports.ChargeCurve.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The meter values of one transaction, converted to kW, kWh and percent as they come in. Not thread-safe. */
final class MeterLog {
    private static final Map<String, Quantity> MEASURANDS = Map.of(
            "Power.Active.Import", Quantity.POWER,
            "Energy.Active.Import.Register", Quantity.ENERGY,
            "SoC", Quantity.SOC);
    /** The same quantity on the other side of a charger would be drawn into the same curve. */
    private static final Set<String> ELSEWHERE = Set.of("Inlet", "Body", "Upstream");

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final int DECIMALS = 3;
    /** More than a screen has columns for. */
    private static final int MAX_POINTS = 1_000;

    private final Map<Quantity, NavigableMap<Instant, BigDecimal>> values = new EnumMap<>(Quantity.class);

    /** The register, Wh, as a transaction's start or end tells it. */
    void reading(String timestamp, JsonNode wattHours) {
        Optional<Instant> time = instant(timestamp);
        if (time.isPresent() && wattHours.isNumber()) {
            put(Quantity.ENERGY, time.get(), wattHours.decimalValue().divide(THOUSAND));
        }
    }

    /** A list of OCPP's meter values. */
    void values(JsonNode meterValues) {
        for (JsonNode meterValue : meterValues) {
            instant(meterValue.path("timestamp").asText()).ifPresent(time -> sampled(time, meterValue));
        }
    }

    private void sampled(Instant time, JsonNode meterValue) {
        Map<Quantity, BigDecimal> whole = new EnumMap<>(Quantity.class);
        Map<Quantity, BigDecimal> ofPhases = new EnumMap<>(Quantity.class);
        for (JsonNode sample : meterValue.path("sampledValue")) {
            Quantity quantity = MEASURANDS.get(sample.path("measurand").asText("Energy.Active.Import.Register"));
            if (quantity != null && !ELSEWHERE.contains(sample.path("location").asText())) {
                number(sample)
                        .ifPresent(value ->
                                (sample.has("phase") ? ofPhases : whole).merge(quantity, value, BigDecimal::add));
            }
        }
        ofPhases.forEach(whole::putIfAbsent);
        whole.forEach((quantity, value) -> put(quantity, time, value));
    }

    private void put(Quantity quantity, Instant time, BigDecimal value) {
        values.computeIfAbsent(quantity, absent -> new TreeMap<>()).put(time, value);
    }

    /** The value in kW, kWh or percent; a thousandth unless the unit has a k in front, for OCPP's default is the small unit. */
    private static Optional<BigDecimal> number(JsonNode sample) {
        try {
            BigDecimal value = new BigDecimal(sample.path("value").asText())
                    .scaleByPowerOfTen(
                            sample.path("unitOfMeasure").path("multiplier").asInt(0));
            String unit = sample.path("unit")
                    .asText(sample.path("unitOfMeasure").path("unit").asText(""));
            boolean large = unit.startsWith("k")
                    || "SoC".equals(sample.path("measurand").asText());
            return Optional.of(large ? value : value.divide(THOUSAND));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** Start and end alone are no curve. */
    boolean isWorthAPlot() {
        return values.values().stream().anyMatch(points -> points.size() > 2);
    }

    /** The points of each quantity; the energy counts from the first reading. */
    Map<Quantity, List<Point>> series() {
        Map<Quantity, List<Point>> series = new EnumMap<>(Quantity.class);
        values.forEach((quantity, points) -> {
            BigDecimal zero = quantity == Quantity.ENERGY ? points.firstEntry().getValue() : BigDecimal.ZERO;
            series.put(quantity, thinned(points, zero));
        });
        return Collections.unmodifiableMap(series);
    }

    private static List<Point> thinned(NavigableMap<Instant, BigDecimal> points, BigDecimal zero) {
        int every = points.size() / MAX_POINTS + 1;
        List<Point> kept = new ArrayList<>();
        int number = 0;
        for (Map.Entry<Instant, BigDecimal> point : points.entrySet()) {
            if (number % every == 0 || number == points.size() - 1) {
                kept.add(new Point(point.getKey(), round(point.getValue().subtract(zero))));
            }
            number++;
        }
        return List.copyOf(kept);
    }

    private static BigDecimal round(BigDecimal value) {
        BigDecimal rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
