package dev.roamlab.bench;

import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import dev.roamlab.ocpi.tariffs.TariffRestrictionsBuilder;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.CountryCode;
import dev.roamlab.ocpi.types.PartyId;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.TariffEngine;
import dev.roamlab.pricing.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures how many sessions a second one thread prices: a tariff of three elements (by time of day, by energy, and the rest)
 * with fee, energy and parking, and a session of twelve phases that crosses both thresholds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PricingBench {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant START = Instant.parse("2026-06-15T14:10:00Z");
    private static final int CHARGING = 10;
    private static final int SECONDS = 600;

    private final List<Tariff> tariffs = List.of(tariff());
    private final Usage usage = usage();

    /** Runs the benchmark in a process of its own. */
    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(PricingBench.class.getSimpleName())
                        .build())
                .run();
    }

    /** Prices the session. */
    @Benchmark
    public Bill price() {
        return TariffEngine.price(tariffs, usage, ZONE);
    }

    private static Usage usage() {
        Usage.Builder usage = Usage.from(START);
        for (int i = 0; i < CHARGING; i++) {
            usage.charged(usage.now().plusSeconds(SECONDS), new BigDecimal("1.834"));
        }
        return usage.parked(usage.now().plusSeconds(SECONDS))
                .parked(usage.now().plusSeconds(SECONDS))
                .build();
    }

    private static Tariff tariff() {
        TariffRestrictions evening = TariffRestrictionsBuilder.builder()
                .startTime(LocalTime.of(17, 0))
                .endTime(LocalTime.of(21, 0))
                .build();
        TariffRestrictions first =
                TariffRestrictionsBuilder.builder().maxKwh(BigDecimal.TEN).build();
        return TariffBuilder.builder()
                .countryCode(new CountryCode("NL"))
                .partyId(new PartyId("ROA"))
                .id(new CiString("BENCH"))
                .currency("EUR")
                .elements(List.of(
                        new TariffElement(List.of(price(TariffDimensionType.ENERGY, "0.52", 1)), Optional.of(evening)),
                        new TariffElement(List.of(price(TariffDimensionType.ENERGY, "0.31", 1)), Optional.of(first)),
                        TariffElement.of(
                                price(TariffDimensionType.FLAT, "0.50", 1),
                                price(TariffDimensionType.ENERGY, "0.36", 1),
                                price(TariffDimensionType.PARKING_TIME, "3.00", 300))))
                .taxIncluded(TaxIncluded.NO)
                .lastUpdated(START)
                .build();
    }

    private static PriceComponent price(TariffDimensionType type, String price, int stepSize) {
        return new PriceComponent(type, new BigDecimal(price), Optional.of(BigDecimal.valueOf(21)), stepSize);
    }
}
