package dev.roamlab.scenarios.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.Verdict;
import dev.roamlab.scenarios.engine.Options;
import dev.roamlab.scenarios.engine.Performance;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.lab.LabSettings;
import dev.roamlab.scenarios.narration.Narrator;
import dev.roamlab.scenarios.narration.Style;
import dev.roamlab.scenarios.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StoriesTest {
    private static final long SEED = 42;

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void all_stories_make_one(OcpiVersion version) throws Exception {
        List<String> lines = new ArrayList<>();

        List<ScenarioResult> results = play(Shipped.scenarios(), version, lines);

        Files.write(Path.of("target/demo-" + version + ".txt"), lines);
        assertThat(results)
                .as(String.join("\n", lines))
                .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.PASSED));
    }

    /** Run with {@code -Dtest.argLine=-Droamlab.update=true} after a change that readers shall see, and read the difference. */
    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void the_story_is_told_as_it_was_written_down(OcpiVersion version) throws Exception {
        Path golden = Path.of("src/test/resources/golden/demo-" + version + ".txt");
        List<String> lines = new ArrayList<>();

        play(Shipped.scenarios(), version, lines);

        if (Boolean.getBoolean("roamlab.update")) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(golden));
    }

    static List<String> names() {
        return Shipped.scenarios();
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_story_stands_alone(String name) throws Exception {
        List<String> lines = new ArrayList<>();

        List<ScenarioResult> results = play(List.of(name), OcpiVersion.V2_3_0, lines);

        assertThat(results)
                .as(String.join("\n", lines))
                .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.PASSED));
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void the_same_seed_tells_the_same_story_to_the_letter(OcpiVersion version) throws Exception {
        List<String> once = new ArrayList<>();
        List<String> again = new ArrayList<>();

        play(Shipped.scenarios(), version, once);
        play(Shipped.scenarios(), version, again);

        assertThat(again).isEqualTo(once);
    }

    private static List<Scenario> scenarios(List<String> names) {
        return names.stream().map(name -> Shipped.scenario(name).orElseThrow()).toList();
    }

    private static List<ScenarioResult> play(List<String> names, OcpiVersion version, List<String> lines) {
        List<Scenario> scenarios = scenarios(names);
        return play(scenarios, scenarios.get(0).world(), version, lines);
    }

    private static List<ScenarioResult> play(
            List<Scenario> scenarios, World world, OcpiVersion version, List<String> lines) {
        SteppedClock clock = new SteppedClock(world.start(), SteppedClock.MAX_SPEED);
        Performance performance = new Performance("all stories", SEED, Instant.EPOCH, Optional.empty());
        try (LiveLab stage =
                LiveLab.open(world, LabSettings.inMemory(clock, version, SEED).build())) {
            Narrator narrator = new Narrator(Style.plain(ZoneId.of("Europe/Brussels")), stage.places());
            Options options = Options.listening(event -> lines.addAll(narrator.tell(event)));
            return scenarios.stream()
                    .map(scenario -> performance.play(scenario, stage, options))
                    .toList();
        }
    }
}
