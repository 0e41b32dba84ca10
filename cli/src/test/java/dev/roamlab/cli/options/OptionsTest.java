package dev.roamlab.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.ocpi.types.OcpiVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @ParameterizedTest
    @CsvSource({"1,1", "0.5,0.5", "100000,100000", "60x,60", "max,Infinity", "MAX,Infinity"})
    void a_speed_is_a_factor_or_max(String text, double factor) {
        assertThat(new Speed.Converter().convert(text).factor()).isEqualTo(factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "0", "-1", "100001", "NaN", "Infinity", "1e3", "", "0x10"})
    void other_speeds_are_refused_with_what_is_allowed(String text) {
        assertThatThrownBy(() -> new Speed.Converter().convert(text))
                .hasMessageContainingAll("'" + text + "' is no speed", "positive number up to 100000", "max");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "abc", "99999999999999999999"})
    void a_seed_is_a_whole_number(String text) {
        assertThat(new Seed.Converter().convert("-7").value()).isEqualTo(-7);
        assertThatThrownBy(() -> new Seed.Converter().convert(text)).hasMessageContaining("'" + text + "' is no seed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "8000.5", ""})
    void a_port_lies_between_0_and_65535(String text) {
        assertThat(new Port.Converter().convert("0").number()).isZero();
        assertThat(new Port.Converter().convert("65535").number()).isEqualTo(65535);
        assertThatThrownBy(() -> new Port.Converter().convert(text)).hasMessageContaining("from 0 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000001", "many"})
    void a_count_is_no_less_than_nothing_and_no_more_than_a_million(String text) {
        assertThat(new Count.Converter().convert("1000000").number()).isEqualTo(1_000_000);
        assertThatThrownBy(() -> new Count.Converter().convert(text)).hasMessageContaining("from 0 to 1000000");
    }

    @Test
    void versions_are_one_or_both_older_first() {
        assertThat(new Versions.Converter().convert("both").list())
                .containsExactly(OcpiVersion.V2_2_1, OcpiVersion.V2_3_0);
        assertThat(new Versions.Converter().convert("2.3.0").list()).containsExactly(OcpiVersion.V2_3_0);
        assertThatThrownBy(() -> new Versions.Converter().convert("2.1.1"))
                .hasMessageContaining("Give 2.2.1, 2.3.0 or both.");
    }
}
