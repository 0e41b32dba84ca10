package dev.roamlab.pricing;

import static dev.roamlab.pricing.Samples.UTC;
import static dev.roamlab.pricing.Samples.at;
import static dev.roamlab.pricing.Samples.bill;
import static dev.roamlab.pricing.Samples.decimal;
import static dev.roamlab.pricing.Samples.energy;
import static dev.roamlab.pricing.Samples.tariff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.tariffs.PriceComponent;
import dev.roamlab.ocpi.tariffs.PriceLimit;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffBuilder;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TaxIncluded;
import dev.roamlab.ocpi.types.CiString;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What OCPI leaves open about limits; what it says is among the worked examples. */
class PriceLimitsTest {
    private static final PriceLimit TWO = new PriceLimit(decimal("2"), Optional.empty());
    private static final PriceLimit NINE = new PriceLimit(decimal("9"), Optional.empty());

    @Test
    void a_limit_before_taxes_alone_leaves_the_share_of_taxes() {
        Tariff tariff =
                TariffBuilder.builder(tariff(energy("0.5"))).maxPrice(NINE).build();

        Bill bill = charged(tariff, "40");

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo("9");
        assertThat(bill.total().incl().orElseThrow()).isEqualByComparingTo("10.8");
        assertThat(bill.limits()).singleElement().matches(limit -> limit.kind() == AppliedLimit.Kind.MAX_PRICE);
        assertThat(bill.totalCost().taxes())
                .singleElement()
                .satisfies(tax -> assertThat(tax.amount()).isEqualByComparingTo("1.8"));
    }

    @Test
    void a_minimum_is_due_even_if_nothing_was_consumed() {
        Tariff tariff =
                TariffBuilder.builder(tariff(energy("0.5"))).minPrice(TWO).build();

        Amount total = charged(tariff, "0").total();

        assertThat(total.excl().orElseThrow()).isEqualByComparingTo("2");
        assertThat(total.incl().orElseThrow()).isEqualByComparingTo("2.4");
    }

    @Test
    void a_reservation_without_session_need_not_reach_the_minimum() {
        Tariff tariff =
                TariffBuilder.builder(tariff(energy("0.5"))).minPrice(TWO).build();

        Bill bill = bill(tariff, UTC, Phase.expired(at("2024-03-04T10:00:00Z"), at("2024-03-04T11:00:00Z")));

        assertThat(bill.total().excl().orElseThrow()).isZero();
    }

    @Test
    void a_limit_before_taxes_cannot_limit_prices_with_taxes_nobody_itemised() {
        PriceComponent gross = new PriceComponent(TariffDimensionType.ENERGY, decimal("0.5"), Optional.empty(), 1);
        Tariff tariff = tariff(TariffElement.of(gross))
                .taxIncluded(TaxIncluded.YES)
                .maxPrice(NINE)
                .build();

        Amount total = charged(tariff, "40").total();

        assertThat(total.excl()).isEmpty();
        assertThat(total.incl().orElseThrow()).isEqualByComparingTo("20");
    }

    @Test
    void of_two_tariffs_every_limit_holds_for_the_session() {
        Tariff one = TariffBuilder.builder(tariff(energy("0.5"))).maxPrice(NINE).build();
        Tariff other = TariffBuilder.builder(tariff(energy("0.1")))
                .id(new CiString("OTHER"))
                .build();
        Usage usage = Usage.from(at("2024-03-04T10:00:00Z"))
                .tariff(one.id())
                .charged(at("2024-03-04T11:00:00Z"), decimal("16"))
                .tariff(other.id())
                .charged(at("2024-03-04T12:00:00Z"), decimal("20"))
                .build();

        Bill bill = TariffEngine.price(List.of(one, other), usage, UTC);

        assertThat(bill.lines()).hasSize(2);
        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo("9");
        assertThat(bill.explain()).anyMatch(sentence -> sentence.contains("in tariff OTHER"));
    }

    private static Bill charged(Tariff tariff, String kwh) {
        return bill(tariff, UTC, Phase.charging(at("2024-03-04T10:00:00Z"), at("2024-03-04T12:00:00Z"), decimal(kwh)));
    }
}
