package dev.roamlab.cli.chargers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.roamlab.cli.CliRun;
import dev.roamlab.ocpp.messages.AuthorizationStatus;
import dev.roamlab.station.behaviour.Behaviours;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chargers commands, against a central system over real sockets. */
class ChargersCommandTest {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private WillingCsms csms;

    @BeforeEach
    void start() throws Exception {
        csms = new WillingCsms(AuthorizationStatus.ACCEPTED);
    }

    @AfterEach
    void stop() throws Exception {
        csms.close();
    }

    @ParameterizedTest
    @CsvSource({"1.6, StopTransaction ✓", "2.0.1, TransactionEvent ✓"})
    void one_charger_shows_every_message_and_ends_when_its_driver_has_left(String version, String last) {
        CliRun run = start(
                "--model",
                "dc-300",
                "--ocpp",
                version,
                "--behaviour",
                "single-session",
                "--speed",
                "max",
                "--exit-when-done");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("connected, OCPP " + version)
                .contains("→ BootNotification {")
                .contains("← " + last)
                .contains("drivers       1 came, 1 charged and left, 0 turned away")
                .contains("finished      1 of 1 chargers");
    }

    @Test
    void cards_that_are_turned_away_are_a_finding() throws Exception {
        try (WillingCsms strict = new WillingCsms(AuthorizationStatus.INVALID)) {
            CliRun run = CliRun.of(
                    "chargers",
                    "start",
                    "--csms",
                    strict.url(),
                    "--behaviour",
                    "single-session",
                    "--speed",
                    "max",
                    "--exit-when-done",
                    "--no-frames");

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.out()).contains("0 charged and left, 2 turned away");
        }
    }

    @Test
    void ids_models_and_targets_are_spread_and_the_figures_written() throws Exception {
        try (WillingCsms other = new WillingCsms(AuthorizationStatus.ACCEPTED)) {
            CliRun run = start(
                    "--csms",
                    other.url() + "#3",
                    "--count",
                    "8",
                    "--id",
                    "NL-RL-###",
                    "--first",
                    "40",
                    "--model",
                    "dc-300",
                    "--model",
                    "post-22-twin",
                    "--speed",
                    "max",
                    "--exit-when-done",
                    "--report",
                    folder.toString());

            assertThat(run.exit()).isZero();
            assertThat(csms.stations()).hasSize(2);
            assertThat(other.stations()).hasSize(6).allMatch(id -> id.matches("NL-RL-04\\d"));
            JsonNode figures = JSON.readTree(Files.readString(folder.resolve("figures.json")));
            assertThat(figures.path("connects").asInt()).isEqualTo(8);
            assertThat(figures.path("finished").asInt()).isEqualTo(8);
        }
    }

    @Test
    void when_nobody_can_connect_the_reason_is_told_once_and_the_exit_code_is_2() {
        CliRun run = CliRun.of("chargers", "start", "--csms", csms.url() + "/no/such", "--count", "50", "--for", "60s");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("roamlab: No charger could connect.\n");
        assertThat(run.out().lines().filter(line -> line.startsWith("▸")))
                .hasSize(1)
                .allMatch(line -> line.contains("404"));
        assertThat(run.out()).contains("  50 × ");
    }

    @Test
    void the_rest_of_the_fleet_goes_on_when_one_target_is_not_there() {
        CliRun run = start("--csms", "ws://127.0.0.1:1/ocpp", "--count", "4", "--for", "2s");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("4, 2 connected and booted at the end");
    }

    @Test
    void a_drama_is_told_from_its_beginning_to_its_end() {
        CliRun run = start(
                "--count", "4", "--speed", "max", "--drama", "blackout at=20s lasts=20s share=50", "--for", "30m");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("▸ blackout is on, 2 struck")
                .contains("2 of 2 recovered")
                .contains("6 made, 2 of them again");
    }

    @Test
    void several_processes_share_a_fleet_and_their_figures_add_up() {
        CliRun run = start("--count", "6", "--processes", "2", "--exit-when-done", "--for", "60s");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(csms.stations()).hasSize(6);
        assertThat(run.out()).contains("6, 6 connected and booted at the end").contains("finished      6 of 6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model dc300           | Did you mean dc-300?",
                "--behaviour ide         | Did you mean idle?",
                "--count 0               | there is nothing to start",
                "--count 900000          | --processes",
                "--speed max             | --exit-when-done",
                "--ramp slowly           | Give chargers per second",
                "--ocpp 1.5              | Give 1.6, 2.0.1 or both",
                "--for ever              | 90s, 15m or 8h",
                "--tokens 123456789012345678901 | has 21 characters",
                "--drama flood           | there are blackout, outage",
                "--drama blackout,share=0 | must be a number above 0",
                "--id a/b                | chargePointId"
            })
    void what_cannot_be_meant_is_told_with_a_way_out(String option, String wayOut) {
        CliRun run = start(option.split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("roamlab: ").contains(wayOut);
        assertThat(csms.stations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/ocpp", "localhost:9000", "ws://localhost/ocpp#many"})
    void what_is_no_central_system_is_refused(String url) {
        CliRun run = CliRun.of("chargers", "start", "--csms", url);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("ws://host");
    }

    @Test
    void models_are_listed_shown_and_checked() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "- id: mine\n  name: Mine\n  watts: 3\n");

        assertThat(CliRun.of("chargers", "models").out()).contains("dc-300").contains("kW");
        assertThat(CliRun.of("chargers", "models", "dc-300").out()).contains("IEC_62196_T2_COMBO");
        JsonNode json = JSON.readTree(
                CliRun.of("chargers", "models", "dc-300", "--json").out());
        assertThat(json.path("models").path(0).path("id").asText()).isEqualTo("dc-300");
        CliRun check = CliRun.of("chargers", "models", "--check", file.toString());
        assertThat(check.exit()).isEqualTo(2);
        assertThat(check.err()).contains("mine.yaml:").contains("watts").contains("vendor");
        JsonNode schema =
                JSON.readTree(CliRun.of("chargers", "models", "--schema").out());
        assertThat(schema.path("type").asText()).isEqualTo("array");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idle",
                "single-session",
                "town",
                "commuter-street",
                "motorway",
                "depot-overnight",
                "random",
                "rush-hour"
            })
    void a_shipped_behaviour_is_printed_can_be_used_and_keeps_to_the_schema(String id) throws Exception {
        String text = CliRun.of("chargers", "behaviours", id).out();
        Path file = Files.writeString(folder.resolve(id + ".yaml"), text);

        assertThat(CliRun.of("chargers", "behaviours", "--check", file.toString())
                        .exit())
                .isZero();
        assertThat(schema().validate(YAMLMapper.builder().build().readTree(text)))
                .isEmpty();
    }

    @Test
    void a_behaviour_of_ones_own_is_checked_by_line() throws Exception {
        String text = "id: mine\ntitle: Mine.\nvisits:\n  arrival: {pause: often}\n";
        Path file = Files.writeString(folder.resolve("mine.yaml"), text);

        CliRun run = CliRun.of("chargers", "behaviours", "--check", file.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("mine.yaml:4: /visits/arrival/pause: 'often' is no a time");
        assertThat(schema().validate(YAMLMapper.builder().build().readTree(text)))
                .isNotEmpty();
        assertThat(Behaviours.ids()).isNotEmpty();
    }

    private static JsonSchema schema() {
        String text = CliRun.of("chargers", "behaviours", "--schema").out();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    private CliRun start(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("chargers", "start", "--csms", csms.url()));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(String[]::new));
    }
}
