package dev.roamlab.pricing;

import static dev.roamlab.pricing.Samples.AMSTERDAM;
import static dev.roamlab.pricing.Samples.at;
import static dev.roamlab.pricing.Samples.bill;
import static dev.roamlab.pricing.Samples.element;
import static dev.roamlab.pricing.Samples.parking;
import static dev.roamlab.pricing.Samples.tariff;
import static dev.roamlab.pricing.Samples.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.tariffs.TariffElement;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of restrictions are those of the location's clock, on the nights it is changed, too. */
class DaylightSavingTest {

    /** A parked day, 1 per hour within the window: the total is the length of the window in hours that really passed. */
    @ParameterizedTest
    @CsvSource({
        // The clock goes from 02:00 to 03:00.
        "2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z, 00:00, 00:00, 23",
        "2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z, 01:00, 04:00, 2",
        "2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z, 02:00, 03:00, 0",
        "2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z, 02:30, 04:00, 1",
        "2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z, 01:30, 02:30, 0.5",
        // The clock goes from 03:00 back to 02:00.
        "2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z, 00:00, 00:00, 25",
        "2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z, 01:00, 04:00, 4",
        "2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z, 02:00, 03:00, 2",
        "2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z, 02:30, 03:00, 1",
        "2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z, 02:30, 04:00, 2",
    })
    void a_window_is_as_long_as_the_clock_shows_it(
            String start, String end, LocalTime from, LocalTime until, String hours) {
        Tariff tariff = tariff(
                        element(when().startTime(from).endTime(until), parking("1")), TariffElement.of(parking("0")))
                .build();

        Bill bill = bill(tariff, AMSTERDAM, Phase.parked(at(start), at(end)));

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31, 23", "2024-10-27, 25", "2024-06-01, 24"})
    void a_day_is_as_long_as_it_is(LocalDate day, String hours) {
        Tariff tariff = tariff(
                        element(when().startDate(day).endDate(day.plusDays(1)), parking("1")),
                        TariffElement.of(parking("0")))
                .build();
        var noon = day.atTime(12, 0).atZone(AMSTERDAM);

        Bill bill = bill(
                tariff,
                AMSTERDAM,
                Phase.parked(noon.minusDays(1).toInstant(), noon.plusDays(1).toInstant()));

        assertThat(bill.total().excl().orElseThrow()).isEqualByComparingTo(hours);
    }

    @Test
    void a_window_that_the_clock_shows_twice_makes_two_periods_of_it() {
        Tariff tariff = tariff(
                        element(when().startTime(LocalTime.of(2, 30)).endTime(LocalTime.of(3, 0)), parking("1")),
                        TariffElement.of(parking("0")))
                .build();

        Bill bill = bill(tariff, AMSTERDAM, Phase.parked(at("2024-10-27T00:00:00Z"), at("2024-10-27T03:00:00Z")));

        assertThat(bill.periods())
                .extracting(ChargingPeriod::startDateTime)
                .containsExactly(
                        at("2024-10-27T00:00:00Z"),
                        at("2024-10-27T00:30:00Z"),
                        at("2024-10-27T01:00:00Z"),
                        at("2024-10-27T01:30:00Z"),
                        at("2024-10-27T02:00:00Z"));
    }
}
