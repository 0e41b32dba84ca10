package dev.roamlab.ocpi.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiStringTest {
    @Test
    void values_that_differ_in_case_are_equal() {
        CiString given = new CiString("Lab-Case_1");

        assertThat(given).isEqualTo(new CiString("LAB-CASE_1")).hasSameHashCodeAs(new CiString("lab-case_1"));
        assertThat(given).isNotEqualTo(new CiString("Lab-Case_2")).isNotEqualTo("Lab-Case_1");
        assertThat(new TreeSet<>(List.of(given, new CiString("LAB-CASE_1")))).hasSize(1);
    }

    @Test
    void the_given_case_is_kept() {
        assertThat(new CiString("LabCase")).hasToString("LabCase");
        assertThat(new CiString("LabCase").folded()).isEqualTo("labcase");
    }

    @Test
    void a_turkish_machine_compares_like_any_other() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(new CiString("ID")).isEqualTo(new CiString("id")).hasSameHashCodeAs(new CiString("id"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"T\u00C4B", "a\tb", "a\nb", "\u007F", "東京"})
    void only_printable_ascii_is_taken(String value) {
        assertThatThrownBy(() -> new CiString(value))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("printable ASCII only (found U+");
    }

    @Test
    void not_available_is_recognised() {
        assertThat(new CiString("#na").isNotAvailable()).isTrue();
        assertThat(new CiString("NA").isNotAvailable()).isFalse();
    }
}
