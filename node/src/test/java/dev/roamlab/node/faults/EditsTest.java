package dev.roamlab.node.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.node.faults.Edits.Edit;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways to spoil an object and its values. */
class EditsTest {

    static Stream<Arguments> edits() {
        return Stream.of(
                Arguments.of(Edits.drop("a"), "{\"a\":1,\"b\":2}", "{\"b\":2}"),
                Arguments.of(Edits.drop("a.b"), "{\"a\":[{\"b\":1},{\"b\":2,\"c\":3}]}", "{\"a\":[{},{\"c\":3}]}"),
                Arguments.of(Edits.drop("a"), "[{\"a\":1},{\"a\":2}]", "[{},{}]"),
                Arguments.of(Edits.drop("a.b"), "{\"c\":1}", "{\"c\":1}"),
                Arguments.of(Edits.rename("a", "b"), "{\"a\":1}", "{\"b\":1}"),
                Arguments.of(Edits.rename("a", "b"), "{\"c\":1}", "{\"c\":1}"),
                Arguments.of(Edits.put("a", "x"), "{}", "{\"a\":\"x\"}"),
                Arguments.of(Edits.put("a", Values.json("[1]")), "{\"a\":2}", "{\"a\":[1]}"),
                Arguments.of(Edits.change("a", Values.text("x")), "{\"a\":null}", "{\"a\":null}"),
                Arguments.of(Edits.drop("a").then(Edits.put("b", "x")), "{\"a\":1}", "{\"b\":\"x\"}"),
                Arguments.of(
                        Edits.each("a", object -> object.put("b", 1)),
                        "{\"a\":[{},{}]}",
                        "{\"a\":[{\"b\":1},{\"b\":1}]}"));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void an_edit_spoils_the_fields_at_its_path(Edit edit, String before, String after) {
        JsonNode tree = Values.json(before);

        edit.accept(tree);

        assertThat(tree).isEqualTo(Values.json(after));
    }

    static Stream<Arguments> values() {
        String moment = "\"2026-07-01T12:00:00Z\"";
        return Stream.of(
                Arguments.of(Values.nothing(), "1", "null"),
                Arguments.of(Values.quoted(), "12.5", "\"12.5\""),
                Arguments.of(Values.number(), "\"12.5\"", "12.5"),
                Arguments.of(Values.lowerCase(), "\"RFID\"", "\"rfid\""),
                Arguments.of(Values.stretchedTo(5), "\"abc\"", "\"abcxx\""),
                Arguments.of(Values.epochMillis(), moment, "1782907200000"),
                Arguments.of(Values.withOffset(), moment, "\"2026-07-01T14:00:00+02:00\""),
                Arguments.of(Values.withZeroOffset(), moment, "\"2026-07-01T12:00:00+00:00\""),
                Arguments.of(Values.withMicros(), moment, "\"2026-07-01T12:00:00.123456Z\""),
                Arguments.of(Values.withBlank(), moment, "\"2026-07-01 12:00:00Z\""),
                Arguments.of(Values.moved(Duration.ofHours(-1)), moment, "\"2026-07-01T11:00:00Z\""),
                Arguments.of(Values.times("60"), "1.5", "90.0"),
                Arguments.of(Values.plus("1"), "1.5", "2.5"),
                Arguments.of(Values.rounded(2), "0.2345", "0.23"),
                Arguments.of(Values.onlyFirst(), "[1,2]", "1"),
                Arguments.of(Values.emptied(), "[1,2]", "[]"),
                Arguments.of(Values.reversed(), "[1,2]", "[2,1]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_spoilt(UnaryOperator<JsonNode> spoil, String before, String after) {
        assertThat(spoil.apply(Values.json(before)).toString())
                .isEqualTo(Values.json(after).toString());
    }
}
