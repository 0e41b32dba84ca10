package dev.roamlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {
    private static final String TOKEN = """
            {"country_code": "DE", "party_id": "MSP", "uid": "04AB", "type": "RFID",
             "contract_id": "DE-MSP-C12345678-X", "issuer": "MSP", "valid": true,
             "whitelist": "ALLOWED", "last_updated": "2026-07-01T12:00:00Z"}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "%1$s%1$s",
                "{\"data\": [%s], \"status_code\": 1000, \"timestamp\": \"2026-07-01T12:00:00Z\"}",
                "{\"status_code\": 1000, \"timestamp\": \"2026-07-01T12:00:00Z\", \"data\": %s}"
            })
    void an_object_comes_alone_in_a_list_in_an_envelope_or_by_the_line(String shape) throws Exception {
        CliRun run = CliRun.of("validate", file(shape.formatted(TOKEN)), "--version", "2.2.1");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Token object", "no findings");
        assertThat(run.exit()).isZero();
    }

    @Test
    void a_finding_names_place_line_requirement_rule_and_value() throws Exception {
        String file = file("[\n" + TOKEN + ",\n" + TOKEN.replace("ALLOWED", "SOMETIMES") + "]");

        CliRun run = CliRun.of("validate", file, "--version", "2.2.1", "--object", "token");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("/1/whitelist  line 8", "TOK-082", "one of ALWAYS, ALLOWED", "it is \"SOMETIMES\"")
                .contains("2 Token objects (OCPI 2.2.1): 1 finding in 1");
    }

    @Test
    void a_misspelt_field_is_pointed_out() throws Exception {
        String file = file(TOKEN.replace("\"issuer\"", "\"isuer\""));

        CliRun run = CliRun.of("validate", file, "--version", "2.2.1");

        assertThat(run.out()).contains("did you mean issuer?", "/issuer", "it is absent");
    }

    @Test
    void warnings_alone_are_no_findings() throws Exception {
        CliRun run = CliRun.of("validate", file(TOKEN.replace("DE-MSP-C12345678-X", "7")), "--version", "2.2.1");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("! /contract_id", "TOK-066", "no findings, 1 warning.");
    }

    @Test
    void an_envelope_is_judged_too() throws Exception {
        String file = file("{\"status_code\": \"1000\", \"data\": " + TOKEN + "}");

        CliRun run = CliRun.of("validate", file, "--version", "2.2.1");

        assertThat(run.out()).contains("/timestamp", "TRN-076", "TRN-079");
    }

    @Test
    void json_counts_everything_and_lists_the_first() throws Exception {
        String broken = TOKEN.replace("ALLOWED", "SOMETIMES");
        String file = file("[" + String.join(",", Collections.nCopies(120, broken)) + "]");

        JsonNode some = json(CliRun.of("validate", file, "--version", "2.3.0", "--json"));
        JsonNode all = json(CliRun.of("validate", file, "--version", "2.3.0", "--json", "--all"));

        assertThat(some.path("findings").asInt()).isEqualTo(120);
        assertThat(some.path("remarks")).hasSize(50);
        assertThat(some.path("not_shown").asInt()).isEqualTo(70);
        assertThat(some.path("by_requirement").path("TOK-082").asInt()).isEqualTo(120);
        assertThat(all.path("remarks")).hasSize(120);
        assertThat(all.path("remarks").path(119).path("pointer").asText()).isEqualTo("/119/whitelist");
    }

    @Test
    void standard_input_will_do() {
        CliRun run = CliRun.with(Map.of(), TOKEN, "validate", "-", "--version", "2.2.1");

        assertThat(run.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"uid": tru}          | token   | 2.2.1 | line 1, column
            {"uid": "1"           | token   | 2.2.1 | is not JSON
            ` `                   | token   | 2.2.1 | is empty
            {"uid": "1"}          | tokn    | 2.2.1 | Did you mean Token?
            {"uid": "1"}          | token   | 2.1.1 | Give 2.2.1 or 2.3.0
            {"id": "1"}           | parking | 2.2.1 | There is no object 'parking'
            """)
    void what_cannot_be_judged_is_said_with_the_way_out(String text, String object, String version, String message)
            throws Exception {
        CliRun run = CliRun.of("validate", file(text), "--object", object, "--version", version);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\": \"ACCEPTED\"}", "{\"what\": 1}", "[]", "7"})
    void what_cannot_be_recognised_has_to_be_named(String text) throws Exception {
        CliRun run = CliRun.of("validate", file(text), "--version", "2.2.1");

        assertThat(run.exit()).isEqualTo(2);
    }

    private String file(String text) throws Exception {
        return Files.writeString(folder.resolve("objects.json"), text).toString();
    }

    private static JsonNode json(CliRun run) throws Exception {
        return new ObjectMapper().readTree(run.out());
    }
}
