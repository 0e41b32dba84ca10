package dev.roamlab.pricing;

import static dev.roamlab.pricing.Samples.AMSTERDAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The engine, which cuts at thresholds, against a naive reckoning that asks anew every second and never cuts. */
class SecondBySecondTest {
    private static final double A_THRESHOLD_WITHIN_A_SECOND = 0.25;

    @RepeatedTest(150)
    void the_engine_agrees_with_a_reckoning_by_the_second(RepetitionInfo seed) {
        Random random = new Random(1000 + seed.getCurrentRepetition());
        Tariff tariff = PropertiesTest.withoutSteps(
                PropertiesTest.anyTariff(random, true).build());
        Usage usage = PropertiesTest.anyUsage(random);

        Bill bill = TariffEngine.price(List.of(tariff), usage, AMSTERDAM);

        double fees = bill.lines().stream()
                .filter(line -> line.dimension() == TariffDimensionType.FLAT)
                .mapToDouble(line -> line.priced().doubleValue())
                .sum();
        double lines = bill.lines().stream()
                .mapToDouble(line -> line.priced().doubleValue())
                .sum();
        assertThat(lines - fees).isCloseTo(reckon(tariff, usage), within(A_THRESHOLD_WITHIN_A_SECOND));
    }

    private static double reckon(Tariff tariff, Usage usage) {
        double cost = 0;
        double kwh = 0;
        Instant session = usage.phases().stream()
                .filter(phase -> phase.kind() != PhaseKind.RESERVED)
                .findFirst()
                .orElseThrow()
                .start();
        for (Phase phase : usage.phases()) {
            long seconds = Duration.between(phase.start(), phase.end()).toSeconds();
            double perSecond = phase.energyKwh().doubleValue() / seconds;
            for (long second = 0; second < seconds; second++) {
                Instant now = phase.start().plusSeconds(second).plusMillis(500);
                double lasted = Duration.between(session, now).toMillis() / 1000.0;
                double used = kwh + perSecond * (second + 0.5);
                LocalDateTime local = LocalDateTime.ofInstant(now, AMSTERDAM);
                for (TariffElement element : tariff.elements()) {
                    if (!applies(element, phase, local, used, lasted, perSecond * 3600)) {
                        continue;
                    }
                    for (PriceComponent component : element.priceComponents()) {
                        if (isFirst(tariff, element, component, phase, local, used, lasted, perSecond * 3600)) {
                            cost += component.price().doubleValue() * quantity(component, phase, perSecond);
                        }
                    }
                }
            }
            kwh += phase.energyKwh().doubleValue();
        }
        return cost;
    }

    private static boolean isFirst(
            Tariff tariff,
            TariffElement element,
            PriceComponent component,
            Phase phase,
            LocalDateTime local,
            double used,
            double lasted,
            double power) {
        for (TariffElement earlier : tariff.elements()) {
            if (earlier == element) {
                return true;
            }
            boolean hasIt = earlier.priceComponents().stream().anyMatch(other -> other.type() == component.type());
            if (hasIt && applies(earlier, phase, local, used, lasted, power)) {
                return false;
            }
        }
        return true;
    }

    private static double quantity(PriceComponent component, Phase phase, double energy) {
        return switch (component.type()) {
            case ENERGY -> energy;
            case TIME -> phase.kind() == PhaseKind.PARKED ? 0 : 1 / 3600.0;
            case PARKING_TIME -> phase.kind() == PhaseKind.PARKED ? 1 / 3600.0 : 0;
            case FLAT -> 0;
        };
    }

    private static boolean applies(
            TariffElement element, Phase phase, LocalDateTime local, double used, double lasted, double power) {
        boolean reserved = phase.kind() == PhaseKind.RESERVED;
        if (element.restrictions().isEmpty()) {
            return !reserved;
        }
        TariffRestrictions r = element.restrictions().get();
        return r.reservation().isPresent() == reserved
                && inWindow(r, local.toLocalTime())
                && (r.dayOfWeek().isEmpty() || r.dayOfWeek().contains(local.getDayOfWeek()))
                && used >= r.minKwh().map(BigDecimal::doubleValue).orElse(-1.0)
                && used < r.maxKwh().map(BigDecimal::doubleValue).orElse(1e9)
                && lasted >= r.minDuration().orElse(-1_000_000)
                && lasted < r.maxDuration().orElse(1_000_000_000)
                && power < r.maxPower().map(BigDecimal::doubleValue).orElse(1e9);
    }

    private static boolean inWindow(TariffRestrictions r, LocalTime now) {
        int start = r.startTime().map(LocalTime::toSecondOfDay).orElse(0);
        int end = r.endTime().map(LocalTime::toSecondOfDay).orElse(0);
        int length = Math.floorMod(end - start, 86_400);
        return length == 0 && start == end || Math.floorMod(now.toSecondOfDay() - start, 86_400) < length;
    }
}
