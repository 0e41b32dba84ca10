package dev.roamlab.scenarios.narration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.scenarios.engine.FakeStage;
import dev.roamlab.scenarios.engine.Options;
import dev.roamlab.scenarios.engine.ScenarioRunner;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.Written;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarratorTest {
    private static final Style PLAIN = Style.plain(ZoneId.of("Europe/Brussels"));
    private static final String STORY = """
            learn: [how two companies meet]
            steps:
              - do: register
                with: {by: emsp}
                say: "{emsp} introduces itself to {cpo}."
                why: The eMSP was invited, so it begins.
                pitfall: Some forget to store the token.
                spec: credentials_registration
                expect:
                  - {that: "{cpo} knows {emsp}.", at: cpo, object: partner, count: 1}
              - do: switch_on
                with: {charger: "{charger.id}"}
                say: The charger gets power.
                until: {within: 5 s, see: [{that: the charger online, at: cpo, object: station, field: connected, is: true}]}
              - do: expect
                say: Nobody has more power than Kantstroom.
                expect:
                  - {that: It has a lot., at: cpo, object: station, field: power_kw, at_least: 50}
              - {do: expect, say: The end.}
            """;

    @Test
    void a_story_is_told_like_this() {
        assertThat(String.join("\n", narrate(PLAIN))).isEqualTo("""

                ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                A test                                                                                    OCPI 2.2.1
                ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                Somebody tests at Parking Zonnekaai.

                Afterwards you know
                  · how two companies meet

                 1 Voltura introduces itself to Kantstroom.
                   The eMSP (e-mobility service provider: has the contract with the driver) was invited, so it
                   begins.

                   16:00:00  Voltura ━━▶ Kantstroom  POST credentials
                             with token A (token#cb1ad2)
                             token B = token#dcdb70, versions at https://cpo.example/v, roles EMSP NL-VOL “Voltura”
                             ◀━━ 200 · 1000  token C = token#8c55ff, versions at https://cpo.example/v, roles CPO
                                 BE-KAN “Kantstroom”
                   16:00:00      Kantstroom ━━▶ Voltura  GET versions
                                 with token B (token#dcdb70)
                                 ◀━━ 200 · 1000  speaks 2.2.1, 2.3.0
                   ✓ Kantstroom knows Voltura.
                   ! In practice: Some forget to store the token.
                   § OCPI credentials_registration

                 2 The charger gets power.
                   … waiting for Kantstroom, until 16:00:05 at the latest: the charger online
                   16:00:02  the left post ┄┄▶ Kantstroom  StatusNotification
                             connector 0, Available
                   16:00:02  the left post ┄┄▶ Kantstroom  StatusNotification
                             connector 1, Available
                   16:00:02  the left post ┄┄▶ Kantstroom  StatusNotification
                             connector 2, Available
                             … and 2 more StatusNotification, the last: connector 4, Available

                 3 Nobody has more power than Kantstroom.
                   ✗ It has a lot.
                       expected  at least 50
                       found     22.0

                ✗ A test: failed, 2 of 4 steps
                  step 4 skipped because step 3 failed\
                """);
    }

    @Test
    void the_same_events_are_told_in_the_same_words() {
        assertThat(narrate(PLAIN)).isEqualTo(narrate(PLAIN));
    }

    @Test
    void no_line_is_wider_than_the_page() {
        assertThat(narrate(PLAIN.inFull())).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void colour_changes_nothing_but_the_colour() {
        List<String> uncoloured = narrate(PLAIN.coloured()).stream()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();

        assertThat(uncoloured).isEqualTo(narrate(PLAIN));
    }

    @Test
    void addresses_have_names_and_whole_messages_are_shown_when_asked_for() {
        String text = String.join("\n", narrate(PLAIN.inFull()));

        assertThat(text).contains("https://cpo.example").doesNotContain("127.0.0.1:40123");
        assertThat(text).contains("│   Authorization: Token token#");
    }

    private static List<String> narrate(Style style) {
        Scenario scenario = Written.scenario(STORY);
        FakeStage stage = new FakeStage(scenario.world());
        Narrator narrator = new Narrator(style, stage.places());
        List<String> lines = new ArrayList<>();
        ScenarioRunner.run(scenario, stage, Options.listening(event -> lines.addAll(narrator.tell(event))));
        return lines;
    }
}
