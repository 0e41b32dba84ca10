package dev.roamlab.station;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleRequest;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleResponse;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileRequest;
import dev.roamlab.station.StationEvent.PluggedIn;
import dev.roamlab.station.StationEvent.TokenPresented;
import dev.roamlab.station.physics.Cars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of docs/smart-charging.md, run. */
class SmartChargingExampleTest {
    private static final Path PAGE = Path.of("..", "docs", "smart-charging.md");

    private final StationRig rig = StationRig.booted("post-22-twin");

    @Test
    void the_page_shows_what_the_station_does() throws Exception {
        String page = Files.readString(PAGE);

        assertThat(page).contains("<!-- example -->\n" + table() + "<!-- /example -->");
    }

    private String table() {
        rig.ask(new SetChargingProfileRequest(0, ASchedule.amps(0, 20).id(1).forStation()));
        rig.ask(new SetChargingProfileRequest(
                1, ASchedule.amps(0, 32).then(60, 10).then(180, 25).id(2).byDefault()));
        rig.happen(new PluggedIn(1, Cars.named("finch-52").at(30)));
        rig.happen(new TokenPresented(Optional.of(1), IdToken.of("ANNA")));
        var answer = (GetCompositeScheduleResponse)
                rig.ask(new GetCompositeScheduleRequest(240, Optional.of(ChargingRateUnit.A), 1));
        StringBuilder table =
                new StringBuilder("| second | schedule, A | power, W | energy, Wh |\n|---:|---:|---:|---:|\n");
        List<ChargingSchedulePeriod> periods = answer.schedule().orElseThrow().chargingSchedulePeriod();
        for (ChargingSchedulePeriod period : periods) {
            table.append(line(period.startPeriod(), period.limit().toPlainString()));
        }
        return table.append(line(240, "")).toString();
    }

    private String line(int second, String amps) {
        rig.pass(Duration.between(rig.now, StationRig.START.plusSeconds(second)));
        StationSnapshot.Connector seen = rig.state.seenAt(rig.now).connector(1);
        return "| %d |%s | %.0f | %d |\n"
                .formatted(second, amps.isEmpty() ? "" : " " + amps, seen.watts(), seen.energyWh());
    }
}
