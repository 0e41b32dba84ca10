package dev.roamlab.pricing.check;

import static dev.roamlab.pricing.Samples.UTC;
import static dev.roamlab.pricing.Samples.at;
import static dev.roamlab.pricing.Samples.decimal;
import static dev.roamlab.pricing.Samples.energy;
import static dev.roamlab.pricing.Samples.fee;
import static dev.roamlab.pricing.Samples.parking;
import static dev.roamlab.pricing.Samples.tariff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpi.Fixtures;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.cdrs.CdrBuilder;
import dev.roamlab.ocpi.cdrs.ChargingPeriod;
import dev.roamlab.ocpi.sessions.Session;
import dev.roamlab.ocpi.tariffs.Tariff;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.ocpi.types.Price;
import dev.roamlab.pricing.Bill;
import dev.roamlab.pricing.Phase;
import dev.roamlab.pricing.Samples;
import dev.roamlab.pricing.TariffEngine;
import dev.roamlab.pricing.Usage;
import dev.roamlab.pricing.check.Difference.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CdrCheckTest {
    private static final Tariff TARIFF = tariff(fee("1"), energy("0.40"), parking("3"));
    private static final Usage USAGE = Usage.of(
            Phase.charging(at("2024-03-04T10:00:00Z"), at("2024-03-04T11:00:00Z"), decimal("12.5")),
            Phase.parked(at("2024-03-04T11:00:00Z"), at("2024-03-04T11:20:00Z")));
    private static final Bill BILL = TariffEngine.price(List.of(TARIFF), USAGE, UTC);
    private static final Cdr CDR = Samples.cdr(BILL, USAGE);

    @Test
    void a_right_cdr_differs_in_nothing() {
        assertThat(CDR.totalCost().beforeTaxes()).isEqualByComparingTo("7");
        assertThat(check(CDR)).isEmpty();
    }

    @Test
    void a_total_that_is_too_high_is_wrong() {
        List<Difference> differences =
                check(change().totalCost(Price.of(decimal("8.00"))).build());

        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.severity()).isEqualTo(Severity.WRONG);
            assertThat(difference.field()).isEqualTo("/total_cost/before_taxes");
            assertThat(difference.expected()).isEqualTo("7");
            assertThat(difference.found()).isEqualTo("8");
            assertThat(difference.tolerance()).isPresent();
        });
    }

    @Test
    void a_total_that_is_too_low_may_be_a_discount() {
        List<Difference> differences =
                check(change().totalCost(Price.of(decimal("5.00"))).build());

        assertThat(differences).extracting(Difference::severity).containsOnly(Severity.NOTE);
        assertThat(differences)
                .anySatisfy(difference -> assertThat(difference.why()).contains("discount"));
    }

    @Test
    void cents_that_rounding_explains_are_no_difference() {
        assertThat(check(change().totalCost(Price.of(decimal("7.01"))).build())).isEmpty();
    }

    @Test
    void taxes_are_compared_where_the_cdr_states_them() {
        Price wrongTax = new Price(decimal("7"), List.of(dev.roamlab.ocpi.types.TaxAmount.of("VAT", decimal("3"))));

        assertThat(check(change().totalCost(wrongTax).build()))
                .extracting(Difference::field)
                .containsExactly("/total_cost");
    }

    @Test
    void a_partial_total_is_compared_where_it_is_stated() {
        Cdr cdr = change().totalParkingCost(Price.of(decimal("0.5"))).build();

        assertThat(check(cdr)).extracting(Difference::field).containsExactly("/total_parking_cost/before_taxes");
        assertThat(check(change().totalParkingCost(Optional.empty()).build())).isEmpty();
    }

    @Test
    void figures_that_contradict_the_periods_are_found() {
        Cdr cdr = change().totalEnergy(decimal("13"))
                .totalTime(decimal("80"))
                .totalParkingTime(decimal("0.5"))
                .build();

        assertThat(check(cdr))
                .extracting(Difference::field)
                .containsExactly("/total_energy", "/total_time", "/total_parking_time");
    }

    @Test
    void a_credit_cdr_takes_back_the_total_and_nothing_else() {
        Cdr credit = change().id(new CiString("CDR1-C"))
                .credit(true)
                .creditReferenceId(new CiString("CDR1"))
                .totalCost(Price.of(decimal("-7.00")))
                .build();

        assertThat(check(credit)).isEmpty();
    }

    @Test
    void periods_without_tariff_are_noted_when_they_were_billed() {
        List<ChargingPeriod> unnamed = CDR.chargingPeriods().stream()
                .map(period -> new ChargingPeriod(period.startDateTime(), period.dimensions(), Optional.empty()))
                .toList();

        assertThat(check(change().chargingPeriods(unnamed).build()))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.severity()).isEqualTo(Severity.NOTE);
                    assertThat(difference.expected()).contains("tariff_id");
                });
    }

    @Test
    void a_period_with_an_unknown_tariff_cannot_be_priced() {
        List<ChargingPeriod> other = CDR.chargingPeriods().stream()
                .map(period -> new ChargingPeriod(
                        period.startDateTime(), period.dimensions(), Optional.of(new CiString("OTHER"))))
                .toList();

        assertThat(check(change().chargingPeriods(other).build()))
                .extracting(Difference::found)
                .containsExactly("OTHER");
    }

    @Test
    void without_any_tariff_the_price_is_not_checked() {
        List<Difference> differences =
                CdrCheck.check(change().tariffs(List.of()).build(), List.of(), Optional.empty(), UTC);

        assertThat(differences).extracting(Difference::field).containsExactly("/tariffs");
    }

    @Test
    void other_prices_than_those_published_are_noted() {
        Tariff published = tariff(fee("1"), energy("0.30"), parking("3"));

        assertThat(CdrCheck.check(CDR, List.of(published), Optional.empty(), UTC))
                .extracting(Difference::field)
                .contains("/tariffs/0", "/total_cost/before_taxes");
    }

    @Test
    void a_session_that_saw_something_else_is_contradicted() {
        Session session = Fixtures.aSession()
                .id(new CiString("SESSION1"))
                .kwh(decimal("11"))
                .startDateTime(CDR.startDateTime())
                .endDateTime(CDR.endDateTime())
                .totalCost(Optional.empty())
                .build();

        assertThat(CdrCheck.check(CDR, List.of(), Optional.of(session), UTC))
                .extracting(Difference::field)
                .containsExactly("/total_energy");
    }

    private static CdrBuilder change() {
        return CdrBuilder.builder(CDR);
    }

    private static List<Difference> check(Cdr cdr) {
        return CdrCheck.check(cdr, List.of(), Optional.empty(), UTC);
    }
}
