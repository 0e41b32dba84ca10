package dev.roamlab.pricing;

import static dev.roamlab.pricing.Samples.UTC;
import static dev.roamlab.pricing.Samples.at;
import static dev.roamlab.pricing.Samples.decimal;
import static dev.roamlab.pricing.Samples.energy;
import static dev.roamlab.pricing.Samples.tariff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffType;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.InvalidField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final Instant START = at("2024-03-04T10:00:00Z");
    private static final Tariff TARIFF = tariff(energy("0.5"));

    @Test
    void phases_without_gaps_are_demanded() {
        Phase first = Phase.parked(START, START.plusSeconds(60));
        Phase later = Phase.parked(START.plusSeconds(61), START.plusSeconds(90));

        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> Usage.of(first, later))
                .withMessageContaining("phases/1/start");
    }

    @Test
    void a_session_of_a_thousand_years_is_refused() {
        Phase endless = Phase.parked(START, START.plus(Duration.ofDays(365_000)));

        assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> Usage.of(endless));
    }

    @Test
    void a_tariff_that_nobody_gave_is_named() {
        Usage usage = Usage.of(Phase.parked(START, START.plusSeconds(60))).named(new CiString("OTHER"));

        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> TariffEngine.price(List.of(TARIFF), usage, UTC))
                .withMessageContaining("OTHER");
    }

    @Test
    void tariffs_in_two_currencies_make_no_bill() {
        Tariff dollars = TariffBuilder.builder(TARIFF)
                .id(new CiString("T2"))
                .currency("USD")
                .build();

        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> TariffEngine.price(
                        List.of(TARIFF, dollars), Usage.of(Phase.parked(START, START.plusSeconds(60))), UTC))
                .withMessageContaining("currency");
    }

    @Test
    void an_expired_tariff_is_priced_with_a_note() {
        Tariff ended =
                TariffBuilder.builder(TARIFF).endDateTime(START.minusSeconds(1)).build();

        Bill bill = Samples.bill(ended, UTC, Phase.charging(START, START.plusSeconds(60), decimal("2")));

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo("1");
        assertThat(bill.notes()).singleElement().asString().contains("not valid");
    }

    @Test
    void energy_in_no_time_is_energy_all_the_same() {
        Bill bill = Samples.bill(TARIFF, UTC, Phase.charging(START, START, decimal("2")));

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo("1");
    }

    @Test
    void energy_fed_back_counts_negative() {
        Bill bill = Samples.bill(TARIFF, UTC, Phase.charging(START, START.plusSeconds(3600), decimal("-2")));

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo("-1");
    }

    @Test
    void a_tariff_of_the_type_goes_before_one_for_all() {
        Tariff fast = TariffBuilder.builder(TARIFF)
                .id(new CiString("FAST"))
                .type(Optional.of(TariffType.PROFILE_FAST))
                .build();
        Tariff all = TariffBuilder.builder(TARIFF).type(Optional.empty()).build();

        assertThat(TariffChoice.of(List.of(all, fast), START, TariffType.PROFILE_FAST))
                .contains(fast);
        assertThat(TariffChoice.of(List.of(all, fast), START, TariffType.REGULAR))
                .contains(all);
        assertThat(TariffChoice.of(List.of(fast), START, TariffType.REGULAR)).isEmpty();
    }
}
