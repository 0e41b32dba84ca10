package dev.roamlab.pricing;

import static dev.roamlab.pricing.Samples.AMSTERDAM;
import static dev.roamlab.pricing.Samples.at;
import static dev.roamlab.pricing.Samples.decimal;
import static dev.roamlab.pricing.Samples.energy;
import static dev.roamlab.pricing.Samples.parking;
import static dev.roamlab.pricing.Samples.tariff;
import static dev.roamlab.pricing.Samples.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.CdrDimension;
import dev.roamlab.ocpi.cdrs.CdrDimensionType;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.pricing.Vectors.Vector;
import dev.roamlab.pricing.check.CdrCheck;
import dev.roamlab.pricing.check.Difference;
import dev.roamlab.pricing.check.Difference.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CdrUsageTest {
    private static final Tariff TARIFF = tariff(energy("0.3"), time("6"), parking("12"));

    static Stream<Vector> vectors() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_cdr_of_a_bill_gives_the_same_price_again(Vector vector) throws Exception {
        Bill bill = vector.bill();
        Cdr cdr = Samples.cdr(bill, vector.usage());

        List<Difference> differences = CdrCheck.check(cdr, List.of(), Optional.empty(), vector.zone());

        assertThat(differences)
                .filteredOn(difference -> difference.severity() == Severity.WRONG)
                .isEmpty();
    }

    @Test
    void a_period_may_hold_charging_and_parking() {
        Usage usage = Usage.of(cdr(
                "2024-03-04T11:00:00Z",
                period(
                        "2024-03-04T10:00:00Z",
                        CdrDimensionType.ENERGY,
                        "5",
                        CdrDimensionType.TIME,
                        "0.75",
                        CdrDimensionType.PARKING_TIME,
                        "0.25")));

        assertThat(usage.phases()).extracting(Phase::kind).containsExactly(PhaseKind.CHARGING, PhaseKind.PARKED);
        assertThat(usage.phases())
                .extracting(Phase::end)
                .containsExactly(at("2024-03-04T10:45:00Z"), at("2024-03-04T11:00:00Z"));
        assertThat(price(usage)).isEqualByComparingTo("9");
    }

    @Test
    void a_volume_of_four_decimals_means_the_minutes_it_was_made_from() {
        Usage usage =
                Usage.of(cdr("2024-03-04T10:05:00Z", period("2024-03-04T10:00:00Z", CdrDimensionType.TIME, "0.0833")));

        assertThat(price(usage)).isEqualByComparingTo("0.5");
    }

    @Test
    void a_volume_that_says_something_else_than_the_timestamps_counts() {
        Usage usage =
                Usage.of(cdr("2024-03-04T11:00:00Z", period("2024-03-04T10:00:00Z", CdrDimensionType.TIME, "0.5")));

        assertThat(price(usage)).isEqualByComparingTo("3");
    }

    @Test
    void a_period_without_tariff_is_free() {
        ChargingPeriod free = new ChargingPeriod(
                at("2024-03-04T10:00:00Z"),
                List.of(new CdrDimension(CdrDimensionType.ENERGY, decimal("5"))),
                Optional.empty());

        assertThat(price(Usage.of(cdr("2024-03-04T11:00:00Z", free)))).isZero();
    }

    @Test
    void a_cdr_of_nothing_but_reservation_is_that_of_one_that_expired() {
        Usage usage = Usage.of(
                cdr("2024-03-04T11:00:00Z", period("2024-03-04T10:00:00Z", CdrDimensionType.RESERVATION_TIME, "1")));

        assertThat(usage.phases()).singleElement().matches(Phase::expired);
    }

    private static java.math.BigDecimal price(Usage usage) {
        return TariffEngine.price(List.of(TARIFF), usage, AMSTERDAM).total().exclOrIncl();
    }

    private static Cdr cdr(String end, ChargingPeriod... periods) {
        return Fixtures.aCdr()
                .startDateTime(periods[0].startDateTime())
                .endDateTime(at(end))
                .chargingPeriods(List.of(periods))
                .build();
    }

    private static ChargingPeriod period(String start, Object... dimensions) {
        List<CdrDimension> list = new java.util.ArrayList<>();
        for (int i = 0; i < dimensions.length; i += 2) {
            list.add(new CdrDimension((CdrDimensionType) dimensions[i], decimal((String) dimensions[i + 1])));
        }
        return new ChargingPeriod(at(start), list, Optional.of(TARIFF.id()));
    }
}
