package dev.roamlab.pricing;

import static dev.roamlab.pricing.Samples.AMSTERDAM;
import static dev.roamlab.pricing.Samples.at;
import static dev.roamlab.pricing.Samples.bill;
import static dev.roamlab.pricing.Samples.decimal;
import static dev.roamlab.pricing.Samples.element;
import static dev.roamlab.pricing.Samples.energy;
import static dev.roamlab.pricing.Samples.fee;
import static dev.roamlab.pricing.Samples.parking;
import static dev.roamlab.pricing.Samples.tariff;
import static dev.roamlab.pricing.Samples.time;
import static dev.roamlab.pricing.Samples.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.json.Binder;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffElement;
import dev.roamlab.ocpi.tariffs.TariffRestrictions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestrictionTest {

    /** Start and length of a session in Amsterdam in 2024, at 1 kWh per hour, and how much of it the restriction covers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"start_time":"17:00","end_time":"21:00"}                       | 2024-03-04T15:00:00Z | 6  | 4
            {"start_time":"22:00","end_time":"06:00"}                       | 2024-03-04T20:00:00Z | 24 | 8
            {"start_time":"00:00","end_time":"06:00"}                       | 2024-03-04T20:00:00Z | 24 | 6
            {"start_time":"20:00","end_time":"00:00"}                       | 2024-03-04T18:00:00Z | 12 | 4
            {"start_time":"20:00"}                                          | 2024-03-04T18:00:00Z | 12 | 4
            {"end_time":"06:00"}                                            | 2024-03-04T20:00:00Z | 24 | 6
            {"start_time":"09:00","end_time":"09:00"}                       | 2024-03-04T06:00:00Z | 24 | 24
            {"start_time":"00:00","end_time":"00:00"}                       | 2024-03-04T06:00:00Z | 24 | 24
            {"start_date":"2024-03-05"}                                     | 2024-03-04T20:00:00Z | 24 | 21
            {"end_date":"2024-03-05"}                                       | 2024-03-04T20:00:00Z | 24 | 3
            {"start_date":"2024-03-05","end_date":"2024-03-06"}             | 2024-03-04T20:00:00Z | 48 | 24
            {"day_of_week":["TUESDAY"]}                                     | 2024-03-04T20:00:00Z | 48 | 24
            {"day_of_week":["MONDAY","WEDNESDAY"]}                          | 2024-03-04T20:00:00Z | 48 | 24
            {"day_of_week":[]}                                              | 2024-03-04T20:00:00Z | 48 | 48
            {"day_of_week":["TUESDAY"],"start_time":"22:00","end_time":"06:00"} | 2024-03-04T11:00:00Z | 48 | 8
            {"min_kwh":5}                                                   | 2024-03-04T11:00:00Z | 12 | 7
            {"max_kwh":5}                                                   | 2024-03-04T11:00:00Z | 12 | 5
            {"min_kwh":3,"max_kwh":5}                                       | 2024-03-04T11:00:00Z | 12 | 2
            {"min_duration":3600}                                           | 2024-03-04T11:00:00Z | 12 | 11
            {"max_duration":3600}                                           | 2024-03-04T11:00:00Z | 12 | 1
            {"min_power":1}                                                 | 2024-03-04T11:00:00Z | 12 | 12
            {"min_power":1.0001}                                            | 2024-03-04T11:00:00Z | 12 | 0
            {"max_power":1}                                                 | 2024-03-04T11:00:00Z | 12 | 0
            {"max_power":1.0001}                                            | 2024-03-04T11:00:00Z | 12 | 12
            {"min_current":16}                                              | 2024-03-04T11:00:00Z | 12 | 12
            {"max_current":16}                                              | 2024-03-04T11:00:00Z | 12 | 0
            {"max_current":16.1,"min_current":15.9}                         | 2024-03-04T11:00:00Z | 12 | 12
            {"reservation":"RESERVATION"}                                   | 2024-03-04T11:00:00Z | 12 | 0
            {"min_kwh":5,"start_time":"13:00","end_time":"19:00"}           | 2024-03-04T11:00:00Z | 12 | 2
            {}                                                              | 2024-03-04T11:00:00Z | 12 | 12
            """)
    void an_element_prices_exactly_while_its_restrictions_hold(String json, String start, int hours, String covered)
            throws Exception {
        TariffRestrictions restrictions = Binder.decode(TariffRestrictions.class, Json.parse(json));
        TariffElement restricted = restrictions.reservation().isPresent()
                ? element(restrictions, fee("1"))
                : element(restrictions, energy("1"));
        Tariff tariff = tariff(restricted, TariffElement.of(energy("0"))).build();
        Instant end = at(start).plusSeconds(hours * 3600L);
        Phase phase = Phase.of(PhaseKind.CHARGING, at(start), end)
                .energyKwh(BigDecimal.valueOf(hours))
                .currentA(Optional.of(decimal("16")))
                .build();

        assertThat(bill(tariff, AMSTERDAM, phase).total().excl().orElseThrow()).isEqualByComparingTo(covered);
    }

    @Test
    void duration_counts_from_the_start_of_the_session_not_of_its_reservation() {
        Tariff tariff = tariff(element(when().minDuration(3600), time("6")), TariffElement.of(time("0")))
                .build();

        Bill bill = bill(
                tariff,
                AMSTERDAM,
                Phase.reserved(at("2024-03-04T10:00:00Z"), at("2024-03-04T11:00:00Z")),
                Phase.charging(at("2024-03-04T11:00:00Z"), at("2024-03-04T13:00:00Z"), decimal("5")));

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo("6");
    }

    @Test
    void an_unknown_current_meets_no_restriction_and_the_bill_says_so() {
        Tariff tariff = tariff(element(when().maxCurrent(decimal("32")), energy("1")), TariffElement.of(energy("2")))
                .build();

        Bill bill = bill(
                tariff,
                AMSTERDAM,
                Phase.charging(at("2024-03-04T11:00:00Z"), at("2024-03-04T13:00:00Z"), decimal("5")));

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo("10");
        assertThat(bill.notes()).singleElement().asString().contains("current");
    }

    @Test
    void a_parked_vehicle_draws_nothing_which_is_below_every_maximum() {
        Tariff tariff = tariff(element(when().maxPower(decimal("11")), parking("6")), TariffElement.of(parking("1")))
                .build();

        Bill bill = bill(tariff, AMSTERDAM, Phase.parked(at("2024-03-04T11:00:00Z"), at("2024-03-04T12:00:00Z")));

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo("6");
    }

    @Test
    void a_fee_is_looked_up_when_charging_starts() {
        Tariff tariff = tariff(
                        element(when().startTime(java.time.LocalTime.of(12, 0)), fee("1")),
                        TariffElement.of(fee("2"), parking("0")))
                .build();

        Bill bill = bill(
                tariff,
                Samples.UTC,
                Phase.parked(at("2024-03-04T11:00:00Z"), at("2024-03-04T12:00:00Z")),
                Phase.charging(at("2024-03-04T12:00:00Z"), at("2024-03-04T13:00:00Z"), decimal("5")));

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo("1");
    }
}
