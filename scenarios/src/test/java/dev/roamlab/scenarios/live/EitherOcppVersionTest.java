package dev.roamlab.scenarios.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpi.cdrs.Cdr;
import dev.roamlab.ocpi.credentials.CredentialsToken;
import dev.roamlab.ocpi.types.OcpiVersion;
import dev.roamlab.ocpi.types.Url;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import dev.roamlab.reports.ScenarioResult;
import dev.roamlab.reports.Verdict;
import dev.roamlab.scenarios.engine.Options;
import dev.roamlab.scenarios.engine.ScenarioRunner;
import dev.roamlab.scenarios.file.Scenario;
import dev.roamlab.scenarios.file.Shipped;
import dev.roamlab.scenarios.lab.Lab;
import dev.roamlab.scenarios.lab.LabSettings;
import dev.roamlab.scenarios.narration.Narrator;
import dev.roamlab.scenarios.narration.Style;
import dev.roamlab.scenarios.world.World;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.physics.Cars;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stations speak is the CPO's own affair: partners see the same charge. */
class EitherOcppVersionTest {
    private static final long SEED = 7;
    private static final IdToken MIA = IdToken.of("04A3F219C6D180");

    static Stream<String> stories() throws Exception {
        return Shipped.scenarios().stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void every_story_is_the_same_with_stations_that_speak_2_0_1(String name) throws Exception {
        Scenario scenario = Shipped.scenario(name).orElseThrow();
        SteppedClock clock = new SteppedClock(scenario.world().start(), SteppedClock.MAX_SPEED);
        List<String> lines = new ArrayList<>();
        LabSettings settings = LabSettings.inMemory(clock, OcpiVersion.V2_3_0, scenario.seed())
                .ocpp(List.of(new DialectV201()))
                .build();
        try (LiveLab stage = LiveLab.open(scenario.world(), settings)) {
            Narrator narrator = new Narrator(Style.plain(ZoneId.of("UTC")), stage.places());

            ScenarioResult result = ScenarioRunner.run(
                            scenario, stage, Options.listening(event -> lines.addAll(narrator.tell(event))))
                    .result();

            assertThat(result.verdict()).as(String.join("\n", lines)).isEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void the_same_charge_is_the_same_bill() throws Exception {
        Cdr old = charge(new DialectV16());
        Cdr newer = charge(new DialectV201());

        assertThat(newer.totalEnergy()).isEqualByComparingTo(old.totalEnergy()).isPositive();
        assertThat(newer.totalCost()).isEqualTo(old.totalCost());
        assertThat(newer.totalTime()).isEqualByComparingTo(old.totalTime());
        assertThat(newer.totalParkingTime()).isEqualTo(old.totalParkingTime());
        assertThat(newer.chargingPeriods()).isEqualTo(old.chargingPeriods());
    }

    private static Cdr charge(Dialect dialect) throws Exception {
        World world = Shipped.scenario("charging-session").orElseThrow().world();
        SteppedClock clock = new SteppedClock(world.start(), SteppedClock.MAX_SPEED);
        LabSettings settings = LabSettings.inMemory(clock, OcpiVersion.V2_3_0, SEED)
                .ocpp(List.of(dialect))
                .build();
        Lab lab = Lab.open(settings, world).await(20, SECONDS);
        try {
            register(lab);
            SimulatedStation station = lab.fleet().stations().get(0);
            station.connect().await(5, SECONDS);
            clock.await(() -> station.state().accepted(), Duration.ofMinutes(1));
            station.plugIn(1, Cars.named("finch-52").at(30)).await(5, SECONDS);
            station.present(1, MIA).await(5, SECONDS);
            clock.pass(Duration.ofMinutes(40));
            station.pauseCar(1).await(5, SECONDS);
            clock.pass(Duration.ofMinutes(10));
            station.present(1, MIA).await(5, SECONDS);
            station.unplug(1).await(5, SECONDS);
            clock.pass(Duration.ofMinutes(2));
            return lab.cpo().cpo().cdrs().await(5, SECONDS).get(0).value();
        } finally {
            lab.close().await(20, SECONDS);
        }
    }

    private static void register(Lab lab) throws Exception {
        CredentialsToken tokenA = new CredentialsToken("token-a-for-this-test");
        lab.cpo().cpo().invite("emsp", tokenA).await(5, SECONDS);
        lab.emsp()
                .ask(parts -> parts.platform()
                        .registration()
                        .register(new Url(lab.cpo().cpo().url()), tokenA))
                .await(20, SECONDS);
        lab.clock().await(() -> false, Duration.ofSeconds(2));
    }
}
