package dev.roamlab.pricing.render;

import static dev.roamlab.pricing.Samples.UTC;
import static dev.roamlab.pricing.Samples.at;
import static dev.roamlab.pricing.Samples.bill;
import static dev.roamlab.pricing.Samples.decimal;
import static dev.roamlab.pricing.Samples.element;
import static dev.roamlab.pricing.Samples.energy;
import static dev.roamlab.pricing.Samples.fee;
import static dev.roamlab.pricing.Samples.price;
import static dev.roamlab.pricing.Samples.tariff;
import static dev.roamlab.pricing.Samples.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.tariffs.PriceLimit;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffDimensionType;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.Phase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private static final Tariff TARIFF = tariff(
                    element(when().maxKwh(decimal("10")), energy("0.2")),
                    TariffElement.of(fee("0.5"), energy("0.3"), price(TariffDimensionType.PARKING_TIME, "2", 900)))
            .maxPrice(new PriceLimit(decimal("4.5"), Optional.empty()))
            .build();
    private static final Bill BILL = bill(
            TARIFF,
            UTC,
            Phase.charging(at("2024-03-04T10:00:00Z"), at("2024-03-04T11:00:00Z"), decimal("14")),
            Phase.parked(at("2024-03-04T11:00:00Z"), at("2024-03-04T11:40:00Z")));

    @Test
    void json_has_totals_and_a_line_per_dimension_and_price() {
        JsonNode json = BillJson.of(BILL);

        assertThat(json.path("total_excl").decimalValue()).isEqualByComparingTo("4.5");
        assertThat(json.path("total_incl").decimalValue()).isEqualByComparingTo("5.4");
        assertThat(json.path("lines")).hasSize(4);
        assertThat(json.path("lines").path(1).toString())
                .startsWith("{\"dimension\":\"ENERGY\",\"reservation\":false,\"consumed\":10,\"billed\":10,"
                        + "\"unit\":\"kWh\",\"price\":0.2,\"cost\":2,\"cost_excl\":2,\"cost_incl\":2.4,\"vat\":20");
        assertThat(json.path("lines").path(3).path("step").toString())
                .isEqualTo("{\"step_size\":900,\"before\":0.666667,\"after\":0.75}");
        assertThat(json.path("total_parking_cost").path("before_taxes").decimalValue())
                .isEqualByComparingTo("1.5");
    }

    @Test
    void json_numbers_are_plain() {
        Bill large = bill(
                tariff(energy("1000"), fee("0.0001")),
                UTC,
                Phase.charging(at("2024-03-04T10:00:00Z"), at("2024-03-04T11:00:00Z"), decimal("1E+4")));

        assertThat(Json.write(BillJson.of(large)))
                .contains("\"total_excl\":10000000.0001", "\"price\":0.0001", "\"billed\":10000,")
                .doesNotContainPattern("[0-9]E[+-]?[0-9]");
    }

    @Test
    void text_explains_every_line() {
        assertThat(BillText.of(BILL)).isEqualToNormalizingNewlines("""
                                                          used         billed      price        cost     VAT    with VAT
                        FLAT                                 1              1        0.5        0.50    20 %        0.60
                        ENERGY                          10 kWh         10 kWh        0.2        2.00    20 %        2.40
                        ENERGY                           4 kWh          4 kWh        0.3        1.20    20 %        1.44
                        PARKING_TIME                  0.6667 h         0.75 h          2        1.50    20 %        1.80
                        Total EUR                                                               4.50                5.40

                          - Fee: 1 × 0.5 = 0.50 EUR plus 20 % VAT = 0.60 EUR, because element 2 of 2 has no restrictions.
                          - Energy: 10 kWh × 0.2 = 2.00 EUR plus 20 % VAT = 2.40 EUR, because element 1 of 2 applies below
                            10 kWh.
                          - Energy: 4 kWh × 0.3 = 1.20 EUR plus 20 % VAT = 1.44 EUR, because element 2 of 2 has no
                            restrictions.
                          - Parking time: 45 min (0.75 h) × 2 = 1.50 EUR plus 20 % VAT = 1.80 EUR, because element 2 of 2
                            has no restrictions. The total of 40 min (0.6667 h) is billed in blocks of 900 s: 45 min (0.75
                            h); what this adds is billed here.
                          - Sum: 0.5 + 2 + 1.2 + 1.5 = 5.20 EUR.
                          - A session with this tariff costs at most its max_price: instead of 5.20 EUR before taxes, 6.24
                            EUR with taxes it is 4.50 EUR before taxes, 5.40 EUR with taxes.
                          - To pay: 4.50 EUR before taxes, 5.40 EUR with taxes.
                        """);
    }
}
