package dev.roamlab.ocpi.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {
    @Test
    void a_refusal_names_field_length_and_maximum() {
        var refusal = catchThrowableOfType(InvalidField.class, () -> Require.length("uid", "x".repeat(41), 36));

        assertThat(refusal).hasMessage("uid: 41 characters, at most 36");
        assertThat(refusal.field()).isEqualTo("uid");
        assertThat(refusal.rule()).isEqualTo("at most 36 characters");
        assertThat(refusal.value()).isEqualTo("x".repeat(41));
    }

    @Test
    void lengths_count_code_points() {
        assertThatCode(() -> Require.length("name", "⚡🚗".repeat(5), 10)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Require.length("name", "🚗".repeat(11), 10))
                .hasMessage("name: 11 characters, at most 10");
    }

    @Test
    void a_long_value_is_clipped_in_the_refusal() {
        var refusal = catchThrowableOfType(InvalidField.class, () -> Require.length("text", "🚗".repeat(600), 512));

        assertThat(refusal.value()).isEqualTo("🚗".repeat(60) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "carriage\rreturn", "a\ttab", "\u0000", "\u007F", "\u0085"})
    void control_characters_are_refused(String text) {
        assertThatThrownBy(() -> Require.printable("text", text))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("no control characters");
    }

    @Test
    void any_printable_text_is_taken() {
        assertThatCode(() -> Require.printable("name", "Straße Łódź 東京 ⚡")).doesNotThrowAnyException();
    }

    @Test
    void a_missing_value_is_refused_as_required() {
        assertThatThrownBy(() -> Require.present("token", null)).hasMessage("token: required");
        assertThatThrownBy(() -> Require.length("city", (String) null, 45)).hasMessage("city: required");
    }

    @Test
    void a_list_element_is_named_by_its_index() {
        assertThatThrownBy(() -> Require.lengths("tariff_ids", List.of(new CiString("ok"), new CiString("long")), 3))
                .hasMessage("tariff_ids/1: 4 characters, at most 3");
    }

    @Test
    void an_empty_list_is_refused_where_one_element_is_needed() {
        assertThatThrownBy(() -> Require.notEmpty("roles", List.of())).hasMessage("roles: empty, at least one element");
    }

    @Test
    void bounds_of_a_range_belong_to_it() {
        assertThatCode(() -> Require.range("weekday", 1, 1, 7)).doesNotThrowAnyException();
        assertThatCode(() -> Require.range("weekday", 7, 1, 7)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Require.range("weekday", 8, 1, 7)).hasMessage("weekday: '8', from 1 to 7");
        assertThatThrownBy(() -> Require.range("width", Optional.of(-1), 0, 5)).hasMessage("width: '-1', from 0 to 5");
        assertThatThrownBy(() -> Require.range("volume", new BigDecimal("100.01"), 0, 100))
                .hasMessage("volume: '100.01', from 0 to 100");
    }

    @Test
    void a_time_of_day_has_no_seconds() {
        assertThatThrownBy(() -> Require.wholeMinutes("start_time", LocalTime.of(8, 0, 1)))
                .hasMessage("start_time: '08:00:01', hours and minutes only");
    }

    @Test
    void codes_are_judged_by_their_form_and_may_be_not_available() {
        assertThatCode(() -> Require.currency("currency", "EUR")).doesNotThrowAnyException();
        assertThatCode(() -> Require.currency("currency", "#NA")).doesNotThrowAnyException();
        assertThatThrownBy(() -> Require.currency("currency", "EURO")).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> Require.country("country", "NL")).isInstanceOf(InvalidField.class);
        assertThatThrownBy(() -> Require.language("language", "eng")).isInstanceOf(InvalidField.class);
    }
}
