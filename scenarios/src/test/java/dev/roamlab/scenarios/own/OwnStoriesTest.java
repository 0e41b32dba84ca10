package dev.roamlab.scenarios.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.Verdict;
import dev.roamlab.scenarios.engine.Options;
import dev.roamlab.scenarios.engine.Performance;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.lab.LabSettings;
import dev.roamlab.scenarios.live.LiveLab;
import dev.roamlab.scenarios.narration.Narrator;
import dev.roamlab.scenarios.narration.Style;
import dev.roamlab.scenarios.world.World;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OwnStoriesTest {
    private static final long SEED = 42;

    static Stream<Arguments> data() {
        return Stream.of(
                        data("one EVSE only", List.of(Sample.tariff("T1")), Sample.location("L1", 1)),
                        data("many places", List.of(Sample.tariff("T1"), Sample.tariff("T2")), many(30)),
                        data("no tariffs", List.of(), many(3)),
                        data("tariffs only", List.of(Sample.tariff("T1"))),
                        data("DC only", List.of(Sample.tariff("T1")), Sample.direct(Sample.location("L1", 3), 300)),
                        data("a lamp post", List.of(Sample.tariff("T1")), lampPost()),
                        data("a household socket without an app", List.of(), household()),
                        data("United States, taxes not included", List.of(american("NO")), american()),
                        data("taxes included", List.of(american("YES")), american()),
                        data("no taxes", List.of(american("N/A")), american()),
                        data("yen by the minute, with parking", List.of(yen()), Sample.location("L1", 2)),
                        data("free of charge", List.of(free()), Sample.location("L1", 2)),
                        data("odd ids", List.of(Sample.tariff("T1")), odd()),
                        data("valid in the past", List.of(past()), many(4)),
                        data("CHAdeMO", List.of(), chademo()))
                .flatMap(row -> Stream.of(OcpiVersion.values())
                        .map(version -> Arguments.of(row.get()[0], version, row.get()[1], row.get()[2])));
    }

    private static Arguments data(String name, List<ObjectNode> tariffs, ObjectNode... locations) {
        return Arguments.of(name, tariffs, List.of(locations));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("data")
    void every_story_can_be_told_on(
            String name, OcpiVersion version, List<ObjectNode> tariffs, List<ObjectNode> locations) throws Exception {
        List<Scenario> scenarios = Shipped.scenarios().stream()
                .map(scenario -> Shipped.scenario(scenario).orElseThrow())
                .toList();
        World world = OwnWorld.of(scenarios.get(0).world(), Sample.stock(tariffs, locations))
                .world();
        List<String> lines = new ArrayList<>();

        List<ScenarioResult> results = play(scenarios, world, version, lines);

        assertThat(results)
                .as(String.join("\n", lines))
                .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.PASSED));
        assertThat(lines).noneMatch(line -> line.matches(".*\\{[a-z_]+\\.[a-z_]+}.*"));
    }

    private static List<ScenarioResult> play(
            List<Scenario> scenarios, World world, OcpiVersion version, List<String> lines) {
        SteppedClock clock = new SteppedClock(world.start(), SteppedClock.MAX_SPEED);
        Performance performance = new Performance("own", SEED, Instant.EPOCH, Optional.empty());
        LabSettings settings = LabSettings.inMemory(clock, version, SEED).build();
        try (LiveLab stage = LiveLab.open(world, settings)) {
            Narrator narrator = new Narrator(Style.plain(ZoneId.of("UTC")), stage.places());
            Options options = Options.listening(event -> lines.addAll(narrator.tell(event)));
            return scenarios.stream()
                    .map(scenario -> performance.play(scenario, stage, options))
                    .toList();
        }
    }

    private static ObjectNode[] many(int number) {
        ObjectNode[] locations = new ObjectNode[number];
        for (int i = 0; i < number; i++) {
            locations[i] = Sample.location("L" + i, 2);
        }
        return locations;
    }

    private static ObjectNode lampPost() {
        return Sample.connectors(
                Sample.location("L1", 1),
                connector -> connector.put("power_type", "AC_1_PHASE").put("max_amperage", 10));
    }

    private static ObjectNode household() {
        ObjectNode location = Sample.connectors(
                Sample.location("L1", 2),
                connector -> connector
                        .put("standard", "DOMESTIC_F")
                        .put("power_type", "AC_1_PHASE")
                        .put("max_amperage", 16)
                        .remove("tariff_ids"));
        location.path("evses").forEach(evse -> ((ObjectNode) evse).remove("capabilities"));
        location.remove("name");
        return location;
    }

    private static ObjectNode american() {
        ObjectNode location = Sample.connectors(
                Sample.location("L1", 2),
                connector -> connector
                        .put("standard", "IEC_62196_T1")
                        .put("format", "CABLE")
                        .put("power_type", "AC_2_PHASE_SPLIT")
                        .put("max_voltage", 240)
                        .put("max_amperage", 48));
        location.put("country_code", "US")
                .put("country", "USA")
                .put("city", "Portland")
                .put("state", "OR");
        return location.put("time_zone", "America/Los_Angeles");
    }

    private static ObjectNode american(String taxIncluded) {
        ObjectNode tariff = Sample.tariff("T1").put("country_code", "US").put("currency", "USD");
        return tariff.put("tax_included", taxIncluded);
    }

    private static ObjectNode yen() {
        ObjectNode tariff = Sample.tariff("T1").put("currency", "JPY");
        ObjectNode element = tariff.putArray("elements").addObject();
        Sample.component(element, "TIME", 600);
        Sample.component(element, "PARKING_TIME", 300);
        return tariff;
    }

    private static ObjectNode free() {
        ObjectNode tariff = Sample.tariff("T1");
        Sample.component(tariff.putArray("elements").addObject(), "FLAT", 0);
        return tariff;
    }

    private static ObjectNode past() {
        return Sample.tariff("T1")
                .put("start_date_time", "2024-01-01T00:00:00Z")
                .put("end_date_time", "2024-02-01T00:00:00Z");
    }

    private static ObjectNode odd() {
        ObjectNode location = Sample.location("a/b?c=%41 & {d}", 0);
        location.withArray("evses")
                .add(Sample.evse("uid with / and % and ? and #"))
                .add(Sample.evse("012345678901234567890123456789012345"))
                .add(Sample.evse("{mia}"));
        return location;
    }

    private static ObjectNode chademo() {
        return Sample.connectors(
                Sample.direct(Sample.location("L1", 2), 50), connector -> connector.put("standard", "CHADEMO"));
    }
}
