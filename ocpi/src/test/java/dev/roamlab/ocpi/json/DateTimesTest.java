package dev.roamlab.ocpi.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {
    @ParameterizedTest
    @CsvSource({
        "2024-07-01T12:00:00Z, 2024-07-01T12:00:00Z",
        "2024-07-01T12:00:00, 2024-07-01T12:00:00Z",
        "2024-07-01T12:00:00.8Z, 2024-07-01T12:00:00.800Z",
        "2024-07-01T12:00:00.891, 2024-07-01T12:00:00.891Z",
        "2024-02-29T23:59:59.9999Z, 2024-02-29T23:59:59.999900Z",
        "2024-07-01T12:00:00+00:00, 2024-07-01T12:00:00Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    })
    void every_legal_notation_is_read_as_utc(String text, Instant moment) {
        assertThat(DateTimes.parse(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-07-01",
                "2024-07-01T12:00Z",
                "2024-07-01 12:00:00Z",
                "2024-07-01t12:00:00z",
                "1719835200",
                "2024-07-01T12:00:00+02:00",
                "2024-07-01T12:00:00-00:30",
                "2023-02-29T12:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-07-01T24:00:00Z",
                "2024-07-01T12:60:00Z",
                "29-06-2015",
                "2024-07-01T12:00:00.Z",
                "12024-07-01T12:00:00Z"
            })
    void anything_else_is_not_read(String text) {
        assertThat(DateTimes.parse(text)).isEmpty();
    }

    @Test
    void we_write_seconds_and_milliseconds_where_there_are_any() {
        assertThat(DateTimes.format(Instant.parse("2024-07-01T12:00:00Z"))).isEqualTo("2024-07-01T12:00:00Z");
        assertThat(DateTimes.format(Instant.parse("2024-07-01T12:00:00.120456789Z")))
                .isEqualTo("2024-07-01T12:00:00.120Z");
        assertThat(DateTimes.format(Instant.parse("2024-07-01T12:00:00.000999Z")))
                .isEqualTo("2024-07-01T12:00:00Z");
    }
}
