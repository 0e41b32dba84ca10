package dev.roamlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceCommandTest {
    private static final String TARIFF = """
            {"id": "T1", "currency": "EUR", "elements": [
              {"price_components": [{"type": "ENERGY", "price": 0.50, "vat": 20, "step_size": 1}]},
              {"price_components": [{"type": "TIME", "price": 2, "step_size": 1}],
               "restrictions": {"start_time": "10:00", "end_time": "11:00"}}]}
            """;
    private static final String SESSION = """
            {"start": "2024-06-03T09:00:00Z", "end": "2024-06-03T10:00:00Z", "phases": [
              {"kind": "CHARGING", "start": "2024-06-03T09:00:00Z", "end": "2024-06-03T10:00:00Z", "energy_kwh": 10}]}
            """;

    @TempDir
    Path folder;

    private String tariff;
    private String session;

    @BeforeEach
    void write() throws Exception {
        tariff = file("tariff.json", TARIFF);
        session = file("session.json", SESSION);
    }

    @Test
    void a_session_is_priced_and_explained() {
        CliRun run = CliRun.of("price", "--tariff", tariff, "--session", session);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("ENERGY", "10 kWh", "Total EUR", "6.00");
    }

    @Test
    void json_has_totals_and_a_line_per_dimension() throws Exception {
        JsonNode bill = Json.parse(CliRun.of("price", "--tariff", tariff, "--session", session, "--json")
                .out());

        assertThat(bill.path("total_excl").decimalValue()).isEqualByComparingTo("5");
        assertThat(bill.path("total_incl").decimalValue()).isEqualByComparingTo("6");
        assertThat(bill.path("lines")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"UTC,5", "Europe/London,7", "Europe/Amsterdam,5"})
    void times_of_a_tariff_are_those_of_the_time_zone(String zone, String total) throws Exception {
        CliRun run = CliRun.of("price", "--tariff", tariff, "--session", session, "--time-zone", zone, "--json");

        assertThat(Json.parse(run.out()).path("total_excl").decimalValue()).isEqualByComparingTo(total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]", "{\"data\": [%s], \"status_code\": 1000}", "\uFEFF%s"})
    void tariffs_come_as_object_array_envelope_or_behind_a_byte_order_mark(String shape) throws Exception {
        String file = file("shaped.json", shape.formatted(TARIFF));

        assertThat(CliRun.of("price", "--tariff", file, "--session", session).exit())
                .isZero();
    }

    @Test
    void tariffs_come_one_on_each_line_and_packed() throws Exception {
        String line = TARIFF.replace("\n", " ");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    (line + "\n" + line.replace("T1", "T2") + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("tariffs.jsonl.gz"), packed.toByteArray());

        CliRun run = CliRun.of("price", "--tariff", file.toString(), "--session", session);

        assertThat(run.exit()).as(run.err()).isZero();
    }

    @Test
    void a_dash_reads_standard_input_once() {
        assertThat(CliRun.with(Map.of(), SESSION, "price", "--tariff", tariff, "--session", "-")
                        .exit())
                .isZero();
        assertThat(CliRun.with(Map.of(), SESSION, "price", "--tariff", "-", "--session", "-")
                        .err())
                .contains("can be read only once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.2.1", "2.3.0"})
    void a_cdr_is_priced_by_the_tariffs_it_carries(String version) throws Exception {
        String cdr = golden(Cdr.class, version);
        String file = file("cdr.json", cdr);

        CliRun run = CliRun.of("price", "--cdr", file, "--json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Json.parse(run.out()).path("lines")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--session tariff.json --tariff tariff.json                  | tariff.json is no valid session: /phases",
                "--session session.json --tariff session.json                | session.json is no valid tariff: /currency: required",
                "--session session.json --tariff cut.json                    | cut.json is not JSON: line",
                "--session session.json --tariff empty.json                  | empty.json is empty.",
                "--session session.json --tariff dollars.json tariff.json    | one currency",
                "--session session.json --tariff lines.json                  | lines.json is not JSON: line 3",
                "--session session.json --tariff price.json                  | /elements/0/price_components/0/price: must be a JSON number, found \"0.50\"",
                "--session named.json --tariff tariff.json                   | 'T9', the id of one of the tariffs given",
                "--session session.json                                      | A session needs a tariff.",
                "--cdr session.json                                          | session.json is no valid CDR: /country_code: required",
                "--cdr session.json --session session.json                   | exclude each other",
                "--session latin.json --tariff tariff.json                   | latin.json is not text in UTF-8.",
            })
    void bad_input_is_refused_with_its_place_and_rule(String arguments, String wrong) throws Exception {
        badFiles();
        String[] absolute = ("price " + arguments.replaceAll("(\\w+\\.json)", folder + "/$1")).split(" +");

        CliRun run = CliRun.with(Map.of("COLUMNS", "100"), "", absolute);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().replaceAll("\\s+", " ")).contains(wrong).doesNotContain("Exception", "REDACTED");
    }

    private void badFiles() throws Exception {
        String line = TARIFF.replace("\n", " ");
        file("cut.json", TARIFF.substring(0, 80));
        file("empty.json", "\n");
        file("dollars.json", TARIFF.replace("EUR", "USD").replace("T1", "T2"));
        file("lines.json", line + "\n\n" + line.substring(20));
        file("price.json", TARIFF.replace("0.50", "\"0.50\""));
        file("named.json", SESSION.replace("\"energy_kwh\"", "\"tariff_id\": \"T9\", \"energy_kwh\""));
        Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xE9, '"'});
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static String golden(Class<?> type, String version) throws Exception {
        String name = "/golden/cdr.v" + version + ".json";
        try (InputStream stream = type.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
