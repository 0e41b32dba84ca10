package dev.roamlab.station.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.station.check.ModelCheck;
import dev.roamlab.station.check.ModelProblem;
import dev.roamlab.station.check.ModelSchema;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCheckTest {
    private static final String BOX = """
            - id: box
              name: A box
              vendor: Somebody
              model: Box
              firmware: 1.0
              catalogueNumber: B-1
              serialPattern: "B####"
              gridKw: 7.4
              evses:
                - connectors:
                    - {type: IEC_62196_T2, powerType: AC_1_PHASE, voltage: 230, maxAmperage: 32, maxPowerKw: 7.36, cableAttached: true, locks: false}
              configuration: {HeartbeatInterval: 60, TxCtrlr.TxStartPoint: Authorized}
              ocpp: ["1.6"]
              quirks: {clockOffsetSeconds: -60, ignoresTriggers: true}
            """;

    @Test
    void a_file_that_is_right_has_no_problem_and_can_be_read() {
        assertThat(ModelCheck.of(BOX, "mine.yaml")).isEmpty();
        StationModel box = StationModels.parse(BOX, "mine.yaml").named("box");
        assertThat(box.quirks().number(Quirk.CLOCK_OFFSET_SECONDS)).isEqualTo(-60);
        assertThat(box.quirks().has(Quirk.IGNORES_TRIGGERS)).isTrue();
        assertThat(box.ocpp()).containsExactly("1.6");
    }

    @Test
    void the_shipped_catalogue_has_no_problem() throws Exception {
        try (InputStream yaml = Objects.requireNonNull(StationModels.class.getResourceAsStream("stations.yaml"))) {
            String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(ModelCheck.of(text, "stations.yaml")).isEmpty();
        }
        assertThat(StationModels.shipped().all()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '|', textBlock = """
            vendor: Somebody        > maker: Somebody         > 3: $[0].maker: no such field
            vendor: Somebody        > maker: Somebody         > 1: $[0]: 'vendor' is missing
            voltage: 230            > voltage: high           > 11: $[0].evses[0].connectors[0].voltage: 'high', must be a whole number
            type: IEC_62196_T2      > type: TYPE_2            > 11: $[0].evses[0].connectors[0].type: 'TYPE_2', must be one of
            HeartbeatInterval: 60   > HeartbeatInterval: soon > 12: $[0].configuration.HeartbeatInterval: 'soon', must be a whole number from 1
            HeartbeatInterval: 60   > Colour: red             > 12: $[0].configuration.Colour: no such configuration key
            Authorized              > Sunrise                 > must be a list of
            ocpp: ["1.6"]           > ocpp: ["3.0"]           > 13: $[0].ocpp[0]: '3.0', must be one of [1.6, 2.0.1]
            ignoresTriggers: true   > ignoresTriggers: 7      > 14: $[0].quirks.ignoresTriggers: quirks.ignoresTriggers: 7, must be true or false
            ignoresTriggers: true   > sleepsLate: true        > 14: $[0].quirks.sleepsLate: no such quirk
            maxPowerKw: 7.36        > maxPowerKw: 22          > maxPowerKw: 22.0, but 230 V, 32 A and AC_1_PHASE give at most 7.36
            - id: box               > - id: [                 > is not YAML here
            """)
    void a_mistake_is_told_with_line_path_rule_and_value(String right, String wrong, String message) {
        List<ModelProblem> problems = ModelCheck.of(BOX.replace(right, wrong), "mine.yaml");

        assertThat(problems)
                .extracting(ModelProblem::toString)
                .anySatisfy(line -> assertThat(line).startsWith("mine.yaml:").contains(message));
    }

    @Test
    void several_mistakes_are_told_at_once() {
        String worse = BOX.replace("gridKw: 7.4", "gridKw: much").replace("locks: false", "locks: perhaps");

        assertThat(ModelCheck.of(worse + BOX, "mine.yaml"))
                .extracting(ModelProblem::path)
                .containsExactlyInAnyOrder("$[0].gridKw", "$[0].evses[0].connectors[0].locks", "$[1].id");
    }

    @Test
    void the_schema_names_every_field_key_and_quirk() {
        String schema = ModelSchema.json().toString();

        assertThat(schema)
                .contains("serialPattern", "HeartbeatInterval", "TxCtrlr.TxStartPoint", "upperCaseTokens", "MCS");
    }
}
