package dev.roamlab.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.Exchange;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceDiagramTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '$',
            value = {
                "a;b!a#59;b",
                "a#b!a#35;b",
                "say \"x\"!say #34;x#34;",
                "<b>!#60;b#62;",
                "100%%x!100#37;#37;x",
                "PUT /a/b?c=d!PUT /a/b#63;c=d",
                "the end of it!the e#110;d of it",
                "append!append",
                "{a}: b!#123;a#125;#58; b"
            })
    void labels_are_shown_as_they_are(String raw, String escaped) {
        assertThat(SequenceDiagram.escape(raw)).isEqualTo(escaped);
    }

    @Test
    void line_breaks_and_control_characters_become_one_space() {
        assertThat(SequenceDiagram.escape("a\r\nb\u0000\tc\n")).isEqualTo("a b c");
    }

    @Test
    void long_labels_are_cut() {
        assertThat(SequenceDiagram.escape("x".repeat(200))).isEqualTo("x".repeat(79) + "…");
    }

    @Test
    void lanes_stand_from_driver_to_emsp_and_only_those_present() {
        String diagram = diagram(
                Runs.ocpi(1, "PUT sessions", "cpo", "emsp", "200"),
                Runs.ocpp(2, "Authorize", "station:CP-1", "cpo"),
                Runs.ocpp(3, "plugs in", "driver:Anna", "station:CP-1"));

        assertThat(diagram.lines().filter(line -> line.contains("participant")))
                .containsExactly(
                        "  participant p1 as driver#58;Anna",
                        "  participant p2 as CP-1",
                        "  participant p3 as CPO",
                        "  participant p4 as eMSP");
    }

    @Test
    void many_stations_share_a_lane() {
        String diagram = diagram(LongStream.rangeClosed(1, 5)
                .mapToObj(id -> Runs.ocpp(id, "BootNotification", "station:CP-" + id, "cpo"))
                .toArray(Exchange[]::new));

        assertThat(diagram).contains("participant p1 as stations").contains("BootNotification (5 times)");
    }

    @Test
    void a_long_diagram_says_what_it_leaves_out() {
        String diagram = diagram(LongStream.rangeClosed(1, 100)
                .mapToObj(id -> Runs.ocpp(id, "Call" + id, "station:CP-1", "cpo"))
                .toArray(Exchange[]::new));

        assertThat(diagram)
                .contains("Call80")
                .doesNotContain("Call81")
                .contains("and 20 more exchanges, see trace.jsonl");
    }

    @Test
    void without_exchanges_there_is_no_diagram() {
        ScenarioResult scenario = Runs.scenario("x", "2.3.0", Verdict.PASSED, List.of());

        assertThat(SequenceDiagram.of(scenario, Map.of())).isEmpty();
    }

    private static String diagram(Exchange... exchanges) {
        Map<Long, Exchange> byId =
                List.of(exchanges).stream().collect(Collectors.toMap(Exchange::id, Function.identity()));
        List<Long> ids = List.of(exchanges).stream().map(Exchange::id).toList();
        ScenarioResult scenario = Runs.scenario(
                "x", "2.3.0", Verdict.PASSED, List.of(Runs.step(1, "Something happens", Verdict.PASSED, ids)));
        return SequenceDiagram.of(scenario, byId).orElseThrow();
    }
}
