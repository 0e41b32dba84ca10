package dev.roamlab.ocpp.v16;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roamlab.ocpp.payload.DateTimes;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:00:00Z,           2026-11-21T12:00:00Z",
        "2026-11-21T12:00:00.5Z,         2026-11-21T12:00:00.500Z",
        "2026-11-21T12:00:00.123456789Z, 2026-11-21T12:00:00.123456789Z",
        "2026-11-21T12:00:00,            2026-11-21T12:00:00Z",
        "2026-11-21T12:00:00.123,        2026-11-21T12:00:00.123Z",
        "2026-11-21T12:00Z,              2026-11-21T12:00:00Z",
        "2026-11-21T12:00,               2026-11-21T12:00:00Z",
        "2026-11-21T12:00:00+01:00,      2026-11-21T11:00:00Z",
        "2026-11-21T12:00:00-0530,       2026-11-21T17:30:00Z",
        "2026-11-21T12:00:00+01,         2026-11-21T11:00:00Z",
        "2026-11-21t12:00:00z,           2026-11-21T12:00:00Z",
        "2026-11-21 12:00:00Z,           2026-11-21T12:00:00Z",
        "20261121T120000Z,               2026-11-21T12:00:00Z",
        "2026-11-21T12:00:00.000+00:00,  2026-11-21T12:00:00Z",
    })
    void every_iso_form_is_read(String text, Instant moment) {
        assertThat(DateTimes.read(text)).isEqualTo(moment);
    }

    @Test
    void a_fraction_may_follow_a_comma() {
        assertThat(DateTimes.read("2026-11-21T12:00:00,25Z")).isEqualTo("2026-11-21T12:00:00.250Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-11-21",
                "2026-13-21T12:00:00Z",
                "12:00:00",
                "2026-11-21T25:00:00Z",
                "1763726400"
            })
    void what_is_no_moment_is_refused(String text) {
        assertThatThrownBy(() -> DateTimes.read(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void one_form_is_written() {
        assertThat(DateTimes.write(Instant.parse("2026-11-21T12:00:00.1239Z"))).isEqualTo("2026-11-21T12:00:00.123Z");
    }
}
