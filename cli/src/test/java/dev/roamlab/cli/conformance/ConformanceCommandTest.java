package dev.roamlab.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.cli.CliRun;
import dev.roamlab.ocpi.json.Json;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceCommandTest {
    private static final Map<String, String> UTF8 = Map.of("LANG", "C.UTF-8", "OCPI_TOKEN_A", "s3cret-token");

    @TempDir
    Path folder;

    @Test
    void list_shows_id_level_visibility_versions_and_title() throws Exception {
        assertGolden("list.txt", run("conformance", "list", "--module", "tokens", "--level", "may"));
    }

    @Test
    void list_as_json_tells_everything() throws Exception {
        JsonNode list = Json.parse(run("conformance", "list", "--module", "versions", "--json")
                        .out())
                .path("requirements");

        assertThat(list).hasSize(34);
        assertThat(list.get(0).path("id").asText()).isEqualTo("VER-001");
        assertThat(list.get(0).path("checks")).isNotEmpty();
        assertThat(list.findValuesAsText("probe")).hasSize(34).doesNotContain("");
    }

    @Test
    void list_of_a_role_has_what_it_owns_to_send() throws Exception {
        String cpo = run("conformance", "list", "--role", "cpo", "--json").out();
        String emsp = run("conformance", "list", "--role", "emsp", "--json").out();

        assertThat(cpo).contains("\"CDR-017\"").doesNotContain("\"CDR-041\"");
        assertThat(emsp).contains("\"CDR-041\"").doesNotContain("\"CDR-017\"");
    }

    @Test
    void explain_tells_rule_reason_check_and_place() throws Exception {
        assertGolden("explain.txt", run("conformance", "explain", "ver-007"));
    }

    @Test
    void explain_quotes_both_readings_of_an_ambiguous_text() {
        assertThat(run("conformance", "explain", "TOK-054").out()).contains("Two readings", "stricter:", "milder:");
    }

    @Test
    void check_sut_says_what_it_understood_and_keeps_the_token() throws Exception {
        Path file = folder.resolve("sut.yaml");
        Files.writeString(file, run("conformance", "check-sut", "--example").out());

        CliRun checked = run("conformance", "check-sut", file.toString());

        assertThat(checked.out()).doesNotContain("s3cret-token");
        assertGolden("check-sut.txt", checked);
    }

    @Test
    void check_sut_of_an_emsp_lists_its_triggers_and_what_is_missing() throws Exception {
        Path file = Files.writeString(folder.resolve("sut.yaml"), """
                versions_url: http://127.0.0.1:8000/ocpi/emsp/versions
                token_a: ${OCPI_TOKEN_A}
                role: emsp
                known: {tokens: {valid: "01", blocked: "02"}}
                triggers:
                  default: {webhook: "http://me:pass@127.0.0.1:9/t?key=1", timeout: 5s}
                  add-token: {command: ./add.sh}
                  invite: {available: false}
                """);

        assertGolden("check-sut-emsp.txt", run("conformance", "check-sut", file.toString()));
    }

    @Test
    void the_schema_of_sut_files_is_json() throws Exception {
        assertThat(Json.parse(run("conformance", "sut-schema").out())
                        .at("/properties/token_a")
                        .isObject())
                .isTrue();
    }

    @Test
    void triggers_are_listed_with_their_params() {
        assertThat(run("conformance", "triggers").out())
                .contains("set-evse-status  (cpo)", "params: location_id, evse_uid, status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explain CRED-99                                   | There is no requirement CRED-99. Did you mean CRED-",
                "list --module token                               | --module: 'token' is not known here. Give one of transport, ",
                "list --level must-have                            | Give one of MUST, SHOULD, MAY.",
                "run                                               | --versions-url, --token-a, --role, or --sut FILE is missing",
                "run --self --token-a x                            | --self examines our own nodes, and another system is named",
                "run --self --only CREDS                           | no requirement starts with CREDS. Did you mean CRED?",
                "run --self --layer specs                          | there is no layer specs. Give spec, interop or profile.",
                "run --self --fault CRED-nothing                   | there is no fault 'CRED-nothing'",
                "run --fault VER-x --versions-url http://h/ --token-a x --role cpo | --fault works with --self only.",
                "run --versions-url ftp://h --token-a x --role cpo | must be a URL that begins with http:// or https://, found ftp://h.",
                "run --party N --self                              | --party: must be a country code of 2 letters",
                "run --role hub                                    | --role: 'hub' is not known here. Give one of cpo, emsp.",
                "check-sut no-such-file.yaml                       | there is no file no-such-file.yaml",
                "self-test --only NOSUCH                           | no fault starts with NOSUCH",
                "versions                                          | Unknown command versions.",
            })
    void what_cannot_be_done_is_explained(String arguments, String explanation) {
        CliRun run = CliRun.with(
                Map.of("LANG", "C.UTF-8", "COLUMNS", "100"), "", ("conformance " + arguments.strip()).split(" +"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().replaceAll("\\s+", " ")).contains(explanation).doesNotContain("Exception");
    }

    @Test
    void mistakes_in_a_sut_file_are_told_all_at_once() throws Exception {
        Path file =
                Files.writeString(folder.resolve("bad.yaml"), "role: hub\ntoken_a: ${NO_TOKEN}\ntimings: {push: 3}\n");

        CliRun run = run("conformance", "check-sut", file.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("bad.yaml:1: versions_url: is missing", "bad.yaml:1: role: must be cpo or emsp, found hub")
                .contains("bad.yaml:2: token_a: environment variable NO_TOKEN is not set")
                .contains("bad.yaml:3: timings.push: must be a time with its unit")
                .doesNotContain("token_a: is missing");
    }

    private static CliRun run(String... arguments) {
        CliRun run = CliRun.with(UTF8, "", arguments);
        assertThat(run.err()).doesNotContain("Exception");
        return run;
    }

    /** Compares with a file under golden/conformance; {@code -Dgolden.write=true} writes it instead. */
    private static void assertGolden(String name, CliRun run) throws Exception {
        assertThat(run.exit()).as(run.err()).isZero();
        Path source = Path.of("src/test/resources/golden/conformance", name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(source, run.out());
        }
        try (InputStream in = ConformanceCommandTest.class.getResourceAsStream("/golden/conformance/" + name)) {
            String wanted =
                    in == null ? Files.readString(source) : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.out()).isEqualTo(Boolean.getBoolean("golden.write") ? run.out() : wanted);
        }
        assertThat(Arrays.stream(run.out().split("\n")).filter(line -> line.length() > 100 && !line.contains("http")))
                .isEmpty();
    }
}
