package dev.roamlab.ocpi.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyTest {
    @ParameterizedTest
    @ValueSource(strings = {"NL-TNM", "NL*TNM", "NLTNM", "nl-tnm"})
    void a_party_is_read_from_its_usual_notations(String text) {
        assertThat(Party.parse(text)).isEqualTo(Party.of("NL", "TNM")).hasSameHashCodeAs(Party.of("NL", "TNM"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NL", "NL-TNMX", "N1-TNM", "NL--TNM", "NL-T M", "NL-TÄM"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Party.parse(text))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("such as NL-TNM");
    }

    @Test
    void it_shows_itself_with_a_dash() {
        assertThat(Party.parse("NLTNM")).hasToString("NL-TNM");
    }

    @Test
    void its_two_ids_have_exactly_two_and_three_characters() {
        assertThatThrownBy(() -> new CountryCode("NLD")).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> new PartyId("TN")).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> new PartyId("#NA")).isInstanceOf(InvalidField.class);
    }
}
