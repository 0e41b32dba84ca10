package dev.roamlab.ocpp.v201;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roamlab.ocpp.payload.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every payload of 2.0.1 as it is on the wire, with every field. */
class GoldenTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Collection<Action<?, ?>> actions() {
        return DialectV201.actions();
    }

    @Test
    void all_64_messages_are_there() {
        assertThat(actions()).extracting(Action::name).doesNotHaveDuplicates().hasSize(64);
        assertThat(actions()).allMatch(action -> action.fromStation() || action.fromCsms());
        assertThat(actions())
                .filteredOn(action -> action.fromStation() && action.fromCsms())
                .extracting(Action::name)
                .containsExactly("DataTransfer");
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_golden_payload_is_read_and_written_unchanged(Action<?, ?> action) {
        JsonNode golden = golden(action.name());

        assertThat(rewritten(golden.get("req"), action.request())).isEqualTo(golden.get("req"));
        assertThat(rewritten(golden.get("conf"), action.response())).isEqualTo(golden.get("conf"));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_golden_request_shows_every_field(Action<?, ?> action) {
        Class<?> wire = FormsV201.BINDING.wireType(action.request());

        assertThat(golden(action.name()).get("req").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(FormsV201.BINDING.shape(wire).fields().stream()
                        .map(Field::name)
                        .toList());
    }

    private static JsonNode rewritten(JsonNode json, Class<? extends Record> type) {
        Record read = FormsV201.BINDING.read("payload", json, type);
        try {
            return JSON.readTree(FormsV201.BINDING.write("payload", read).toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode golden(String action) {
        try (InputStream in = Objects.requireNonNull(
                GoldenTest.class.getResourceAsStream("/golden/v201/" + action + ".json"), action)) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
