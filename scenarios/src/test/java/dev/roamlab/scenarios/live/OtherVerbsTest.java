package dev.roamlab.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.Verdict;
import dev.roamlab.scenarios.engine.Options;
import dev.roamlab.scenarios.engine.ScenarioRunner;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.ScenarioFile;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.file.Step;
import dev.roamlab.scenarios.lab.LabSettings;
import dev.roamlab.scenarios.narration.Narrator;
import dev.roamlab.scenarios.narration.Style;
import dev.roamlab.scenarios.vocabulary.Verb;
import dev.roamlab.scenarios.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtherVerbsTest {
    private static final Path FILE = Path.of("src/test/resources/scenarios-under-test/other-verbs.yaml");

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void the_verbs_that_no_shipped_story_uses_work_too(OcpiVersion version) throws Exception {
        Scenario scenario = ScenarioFile.read(FILE);
        SteppedClock clock = new SteppedClock(scenario.world().start(), SteppedClock.MAX_SPEED);
        List<String> lines = new ArrayList<>();
        try (LiveLab stage = LiveLab.open(
                scenario.world(),
                LabSettings.inMemory(clock, version, scenario.seed()).build())) {
            Narrator narrator = new Narrator(Style.plain(ZoneId.of("Europe/Brussels")), stage.places());

            ScenarioResult result = ScenarioRunner.run(
                            scenario, stage, Options.listening(event -> lines.addAll(narrator.tell(event))))
                    .result();

            assertThat(result.verdict()).as(String.join("\n", lines)).isEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void every_verb_is_played_on_real_systems_in_some_test() throws Exception {
        Stream<Scenario> shipped =
                Shipped.scenarios().stream().map(name -> Shipped.scenario(name).orElseThrow());

        List<String> used = Stream.concat(shipped, Stream.of(ScenarioFile.read(FILE)))
                .flatMap(scenario -> Stream.concat(scenario.setup().stream(), scenario.steps().stream()))
                .map(Step::verb)
                .distinct()
                .toList();

        assertThat(used).containsAll(Vocabulary.verbs().stream().map(Verb::name).toList());
    }
}
