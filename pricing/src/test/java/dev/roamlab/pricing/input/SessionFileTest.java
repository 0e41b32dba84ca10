package dev.roamlab.pricing.input;

import static dev.roamlab.pricing.Samples.at;
import static dev.roamlab.pricing.Samples.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.MalformedJson;
import dev.roamlab.ocpi.json.Problem;
import dev.roamlab.ocpi.types.CiString;
import dev.roamlab.pricing.Phase;
import dev.roamlab.pricing.PhaseKind;
import dev.roamlab.pricing.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFileTest {
    private static final String WHOLE = """
            {"start": "2024-03-04T09:30:00Z", "end": "2024-03-04T11:00:00Z", "driver": "Ada", "phases": [
              {"kind": "RESERVED", "start": "2024-03-04T09:30:00Z", "end": "2024-03-04T09:45:00Z"},
              {"kind": "CHARGING", "start": "2024-03-04T10:45:00+01:00", "end": "2024-03-04T10:30:00", "energy_kwh": 8.5,
               "power_kw": 12, "current_a": 52.2, "tariff_id": "T1", "mood": "good"},
              {"kind": "PARKED", "start": "2024-03-04T10:30:00Z", "end": "2024-03-04T11:00:00Z", "energy_kwh": null}]}
            """;

    @Test
    void a_session_is_read_with_all_its_fields_and_unknown_ones_are_ignored() throws Exception {
        Usage usage = SessionFile.parse(WHOLE);

        assertThat(usage.phases())
                .extracting(Phase::kind)
                .containsExactly(PhaseKind.RESERVED, PhaseKind.CHARGING, PhaseKind.PARKED);
        Phase charging = usage.phases().get(1);
        assertThat(charging.start()).isEqualTo(at("2024-03-04T09:45:00Z"));
        assertThat(charging.energyKwh()).isEqualByComparingTo("8.5");
        assertThat(charging.powerKw()).contains(decimal("12"));
        assertThat(charging.currentA()).contains(decimal("52.2"));
        assertThat(charging.tariffId()).contains(new CiString("T1"));
    }

    @Test
    void a_session_may_start_with_its_reservation_or_after_it() throws Exception {
        String later = WHOLE.replace("{\"start\": \"2024-03-04T09:30:00Z\"", "{\"start\": \"2024-03-04T09:45:00Z\"");

        assertThat(SessionFile.parse(later).phases()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "CHARGING"                         | "Charging"               | /phases/1/kind       | Charging
            "kind": "PARKED",                  |                          | /phases/2/kind       |
            "energy_kwh": 8.5                  | "energy_kwh": "8.5"      | /phases/1/energy_kwh | "8.5"
            "current_a": 52.2                  | "current_a": true        | /phases/1/current_a  | true
            "2024-03-04T11:00:00Z", "energy    | "yesterday", "energy     | /phases/2/end        | yesterday
            "2024-03-04T11:00:00Z", "energy    | "2024-03-04T10:00:00Z", "energy | /phases/2/end | 2024-03-04T10:00:00Z
            "2024-03-04T09:45:00Z"             | "2024-03-04T09:40:00Z"   | /phases/1/start      | 2024-03-04T09:45:00Z
            "2024-03-04T09:45:00Z"             | "2024-03-04T09:50:00Z"   | /phases/1/start      | 2024-03-04T09:45:00Z
            "end": "2024-03-04T11:00:00Z", "driver" | "end": "2024-03-04T12:00:00Z", "driver" | /end | 2024-03-04T12:00:00Z
            "end": "2024-03-04T11:00:00Z", "driver" | "driver"            | /end                 |
            "mood": "good"                     | "expired": true          | /phases/1/expired    | true
            "end": "2024-03-04T09:45:00Z"      | "end": "2024-03-04T09:45:00Z", "energy_kwh": 1 | /phases/0/energy_kwh | 1
            """)
    void a_mistake_is_named_by_pointer_rule_and_value(String right, String wrong, String pointer, String value) {
        String text = WHOLE.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong);

        List<Problem> problems = problems(text);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.rule()).isNotEmpty();
            assertThat(problem.value()).isEqualTo(value == null ? "" : value);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]|''", "{}|/phases", "{\"phases\": []}|/phases", "{\"phases\": [1]}|/phases/0"})
    void what_is_no_session_is_refused(String text, String pointer) {
        assertThat(problems(text)).extracting(Problem::pointer).contains(pointer);
    }

    @Test
    void what_is_no_json_is_refused_with_its_position() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> SessionFile.parse("{\"start\": "))
                .withMessageContaining("line 1");
    }

    private static List<Problem> problems(String text) {
        InvalidObject invalid = catchThrowableOfType(InvalidObject.class, () -> SessionFile.parse(text));
        assertThat(invalid).as(text).isNotNull();
        return invalid.problems();
    }
}
