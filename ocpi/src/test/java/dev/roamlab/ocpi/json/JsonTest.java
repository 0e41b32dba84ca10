package dev.roamlab.ocpi.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"1E9999999", "-1e-9999999", "[1E101]", "{\"a\":{\"b\":1E-101}}", "1E999999999999"})
    void a_number_with_a_far_moved_point_is_refused_at_once(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOfSatisfying(
                        MalformedJson.class,
                        refusal -> assertThat(refusal.isOutOfBounds()).isTrue());
        assertThatThrownBy(() -> Json.parse(text.getBytes(UTF_8))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void a_number_of_a_hundred_digits_is_read_and_one_more_is_not() throws Exception {
        assertThat(Json.parse("9".repeat(100)).isIntegralNumber()).isTrue();
        assertThatThrownBy(() -> Json.parse("9".repeat(101))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void numbers_keep_their_decimals_exactly() throws Exception {
        assertThat(Json.write(Json.parse("[0.10, 12345678901234.5678, 1E2]")))
                .isEqualTo("[0.10,12345678901234.5678,100]");
        assertThat(Json.plain(new BigDecimal("1E+2"))).isEqualTo(new BigDecimal("100"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{} {}",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "NaN",
                "{'a':1}",
                "// no\n{}",
                "{\"a\":\"\t\"}",
                "01",
                "\u0000"
            })
    void what_is_not_exactly_one_document_is_refused(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOfSatisfying(
                        MalformedJson.class,
                        refusal -> assertThat(refusal.isOutOfBounds()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({"'{\n  \"a\": x}', 2, 9", "'[1,\n2,\n?]', 3, 1"})
    void the_place_of_the_mistake_is_told(String text, int line, int column) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOfSatisfying(MalformedJson.class, refusal -> {
            assertThat(refusal.line()).isEqualTo(line);
            assertThat(refusal.column()).isBetween(column - 1, column + 1);
        });
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(MalformedJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100", "-1e-100", "12345678901234567890e80"})
    void a_number_that_was_taken_can_be_read_again_once_it_is_written_out(String number) throws MalformedJson {
        String stored = Json.write(Json.parse("{\"x\":" + number + "}"));

        assertThat(Json.parseOwn(stored).path("x").decimalValue()).isEqualByComparingTo(number);
    }

    @Test
    void what_was_taken_can_be_read_again_once_it_is_nested_in_something() throws MalformedJson {
        JsonNode deepest = Json.parse("[".repeat(64) + "]".repeat(64));

        String stored = Json.write(Json.object()
                .set("evses", Json.array().add(Json.object().set("x", deepest))));

        assertThat(Json.parseOwn(stored).at("/evses/0/x")).isEqualTo(deepest);
    }
}
