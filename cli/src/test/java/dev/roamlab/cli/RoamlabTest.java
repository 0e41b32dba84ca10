package dev.roamlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoamlabTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"price", "doctor", "help"})
    void help_of_every_command_shows_an_example(String command) {
        CliRun run = CliRun.of(command, "--help");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern("Examples?:\n  roamlab ");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "--help", "-h"})
    void help_lists_every_command(String argument) {
        CliRun run = argument.isEmpty() ? CliRun.of() : CliRun.of(argument);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("price ", "doctor ", "Exit codes: 0 clean");
    }

    @Test
    void help_of_a_command_is_the_same_by_both_ways() {
        assertThat(CliRun.of("help", "price").out())
                .isEqualTo(CliRun.of("price", "--help").out());
    }

    @Test
    void help_fits_the_width_of_the_output() {
        CliRun run = CliRun.with(Map.of("COLUMNS", "80"), "", "price", "--help");

        assertThat(run.out().lines().filter(line -> line.startsWith("  ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(99));
    }

    @Test
    void version_names_the_product() {
        assertThat(CliRun.of("--version").out()).startsWith("roamlab ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dokter                        | Unknown command dokter.                        | Did you mean doctor?",
                "help pric                     | There is no command 'pric' to explain.         | Did you mean price?",
                "doctor --jsno                 | Unknown option --jsno for 'roamlab doctor'.    | Did you mean --json?",
                "doctor --no-colour            | Unknown option --no-colour for 'roamlab doct   | Did you mean --no-color?",
                "doctor extra                  | Unknown argument extra for 'roamlab doctor'.   | roamlab doctor --help",
                "doctor --store                | --store needs a value.                         | Write --store DIR.",
                "doctor --json --json          | --json is given twice.                         | Give it once.",
                "doctor --cpo-port 65536       | --cpo-port: '65536' is no port.                | from 0 to 65535",
                "doctor --cpo-port -1          | --cpo-port: '-1' is no port.                   | from 0 to 65535",
                "price                         | There is nothing to price.                     | --session FILE or --cdr FILE",
                "price --session /no/such.json | --session: there is no file /no/such.json.     | no folder /no",
                "price --session /             | --session: / is a folder.                      | Name a file in it.",
                "price --time-zone Amsterdam   | --time-zone: 'Amsterdam' is no time zone.      | Did you mean Europe/Amsterdam?",
                "price --time-zone Europe/Pari | --time-zone: 'Europe/Pari' is no time zone.    | Did you mean Europe/Paris?",
                "price --version 2.1.1         | --version: '2.1.1' is no OCPI version          | Give 2.2.1 or 2.3.0.",
                "--config /no/such.yaml doctor | --config: there is no file /no/such.yaml.      | leave --config out",
            })
    void usage_errors_say_what_is_wrong_and_the_way_out(String arguments, String wrong, String wayOut) {
        CliRun run = CliRun.of(arguments.split(" +"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().replaceAll("\\s+", " "))
                .startsWith("roamlab: " + wrong)
                .contains(wayOut);
        assertThat(run.err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void an_option_is_taken_from_the_command_line_then_variable_then_file() throws Exception {
        Path file = Files.writeString(folder.resolve("lab.yaml"), "store: /\ndoctor: {cpo-port: file}\n");
        Map<String, String> general = Map.of("ROAMLAB_CPO_PORT", "general");
        Map<String, String> own = Map.of("ROAMLAB_CPO_PORT", "general", "ROAMLAB_DOCTOR_CPO_PORT", "own");
        String[] asked = {"doctor", "--config", file.toString()};

        assertThat(CliRun.of(asked).err()).contains("(from 'doctor.cpo-port' in", "'file' is no port");
        assertThat(CliRun.with(general, "", asked).err()).contains("(from ROAMLAB_CPO_PORT): 'general'");
        assertThat(CliRun.with(own, "", asked).err()).contains("(from ROAMLAB_DOCTOR_CPO_PORT): 'own'");
        assertThat(CliRun.with(own, "", "doctor", "--cpo-port", "flag").err()).contains("--cpo-port: 'flag'");
    }

    @Test
    void a_configuration_file_may_hold_properties() throws Exception {
        Path file = Files.writeString(folder.resolve("lab.properties"), "doctor.json = true\n");

        CliRun run = CliRun.with(Map.of("ROAMLAB_CONFIG", file.toString()), "", "doctor", "--cpo-port", "0");

        assertThat(run.out()).startsWith("{");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "spee: 10           | 'spee' is no option",
                "doctor: {x: 1}     | 'doctor.x' is no option",
                "doctor: {json: [1]} | 'doctor.json' is a list",
                "doctor: {json: tr  | line 1:",
                "- a                | the file is a list",
            })
    void a_bad_configuration_file_is_refused(String yaml, String wrong) throws Exception {
        Path file = Files.writeString(folder.resolve("lab.yaml"), yaml);

        CliRun run = CliRun.of("doctor", "--config", file.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().replaceAll("\\s+", " ")).contains(file.toString()).contains(wrong);
    }

    @ParameterizedTest
    @CsvSource({"1,true", "yes,true", "TRUE,true", "0,false", "off,false"})
    void a_switch_in_a_variable_is_on_or_off(String value, boolean json) {
        String[] asked = {"doctor", "--cpo-port", "0", "--emsp-port", "0"};

        assertThat(CliRun.with(Map.of("ROAMLAB_DOCTOR_JSON", value), "", asked)
                        .out()
                        .startsWith("{"))
                .isEqualTo(json);
    }

    @Test
    void a_switch_in_a_variable_that_is_neither_is_refused() {
        CliRun run = CliRun.with(Map.of("ROAMLAB_VERBOSE", "loud"), "", "doctor");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--verbose (from ROAMLAB_VERBOSE): 'loud' is neither on nor off.");
    }

    @Test
    void a_log_file_that_cannot_be_written_is_refused() {
        CliRun run = CliRun.of("doctor", "--log-file", "/proc/no/such.log");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--log-file: cannot write /proc/no/such.log.");
    }

    @Test
    void global_options_stand_before_or_after_the_command() {
        assertThat(CliRun.of("--no-color", "help", "price").exit()).isZero();
        assertThat(CliRun.of("help", "price", "--no-color").exit()).isZero();
    }
}
