package dev.roamlab.ocpi.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {
    @Test
    void taxes_add_to_the_price() {
        Price price = new Price(
                new BigDecimal("3.00"),
                List.of(TaxAmount.of("GST", new BigDecimal("0.15")), TaxAmount.of("QST", new BigDecimal("0.30"))));

        assertThat(price.afterTaxes()).isEqualByComparingTo("3.45");
        assertThat(Price.of(BigDecimal.ONE).afterTaxes()).isEqualByComparingTo("1");
    }

    @Test
    void prices_of_equal_amounts_are_equal() {
        assertThat(Price.of(new BigDecimal("0.30"))).isEqualTo(Price.of(new BigDecimal("0.3")));
        assertThat(Price.of(new BigDecimal("1E+2")).beforeTaxes()).hasToString("100");
        assertThat(Price.of(new BigDecimal("0.000")).beforeTaxes()).hasToString("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "-1E+19", "1E-999999999"})
    void a_number_that_would_fill_the_memory_is_refused(String number) {
        assertThatThrownBy(() -> Price.of(new BigDecimal(number)))
                .isInstanceOf(InvalidField.class)
                .hasMessageStartingWith("before_taxes: ");
    }
}
