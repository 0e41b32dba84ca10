package dev.roamlab.cli.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.cli.CliRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDataDemoTest {
    private static final String LOCATION = """
            {"country_code":"DE","party_id":"ABC","id":"L%d","publish":true,"name":"Platz %d","address":"Weg 1",\
            "city":"Kassel","country":"DEU","coordinates":{"latitude":"51.312801","longitude":"9.481544"},\
            "evses":[{"uid":"E%d","status":"AVAILABLE","capabilities":["REMOTE_START_STOP_CAPABLE"],\
            "connectors":[{"id":"1","standard":"IEC_62196_T2","format":"SOCKET","power_type":"AC_3_PHASE",\
            "max_voltage":230,"max_amperage":16,"tariff_ids":["T1"],"last_updated":"2026-01-01T00:00:00Z"}],\
            "last_updated":"2026-01-01T00:00:00Z"}],"time_zone":"Europe/Berlin","last_updated":"2026-01-01T00:00:00Z"}\
            """;

    private static final String TARIFF_221 = """
            {"country_code":"DE","party_id":"ABC","id":"T1","currency":"EUR","elements":[{"price_components":\
            [{"type":"ENERGY","price":0.4,"vat":19,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"}\
            """;

    @TempDir
    private Path folder;

    @Test
    void an_envelope_and_a_2_2_1_tariff_tell_the_whole_story() throws IOException {
        Path locations =
                file("locations.json", "{\"data\":[" + location(1) + "," + location(2) + "],\"status_code\":1000}");
        Path tariffs = file("tariffs.json", "[" + TARIFF_221 + "]");

        CliRun run = CliRun.of("demo", "--locations", locations.toString(), "--tariffs", tariffs.toString());

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("locations.json: 2 taken, 0 refused")
                .contains("its tariff T1 is in your tariffs file")
                .contains("10 of 10 scenarios passed.");
    }

    @Test
    void refused_objects_are_named_and_the_report_lists_them_all() throws IOException {
        String bad = IntStream.range(10, 17)
                .mapToObj(id -> location(id).replace("\"city\":\"Kassel\",", ""))
                .collect(Collectors.joining("\n"));
        Path locations = file("locations.jsonl", location(1) + "\n" + bad + "\n{broken\n");

        CliRun run = CliRun.of(
                "demo",
                "--version",
                "2.3.0",
                "--locations",
                locations.toString(),
                "--report",
                folder.resolve("out").toString());

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("locations.jsonl: 1 taken, 8 refused")
                .contains("line 2, column 1 /city: required, but missing")
                .contains("… and 3 more; --report DIR lists them all");
        assertThat(Files.readString(folder.resolve("out/report.md")))
                .contains("/city")
                .contains("one JSON object per line")
                .contains("The story plays at Platz 1");
    }

    @Test
    void a_file_without_anything_usable_ends_with_the_reasons_counted() throws IOException {
        Path locations = file("locations.json", location(1).replaceAll("\"evses\":\\[.*],\"time", "\"time"));

        CliRun run = CliRun.of("demo", "--locations", locations.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("The one valid location cannot carry the story: it has no EVSE.");
    }

    @Test
    void a_file_that_is_no_json_ends_before_anything_is_told() throws IOException {
        CliRun run = CliRun.of(
                "demo", "--locations", file("locations.json", "[{\"id\":").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("locations.json").contains("Nothing was loaded");
        assertThat(run.out()).doesNotContain("shake hands");
    }

    @Test
    void twenty_thousand_locations_in_a_gzip_file_are_told_in_a_few_pages() throws IOException {
        Path locations = folder.resolve("locations.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(locations))) {
            for (int id = 0; id < 20_000; id++) {
                out.write((location(id) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        CliRun run = CliRun.of("demo", "--version", "2.2.1", "--locations", locations.toString());

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("20,000 taken, 0 refused")
                .contains("1000 of 20000 locations")
                .contains("more GET locations");
    }

    private static String location(int id) {
        return LOCATION.formatted(id, id, id);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
