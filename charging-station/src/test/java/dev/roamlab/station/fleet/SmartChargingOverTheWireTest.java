package dev.roamlab.station.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.messages.GenericStatus;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.ocpp.messages.charging.ChargingProfile;
import dev.roamlab.ocpp.messages.charging.ChargingProfileKind;
import dev.roamlab.ocpp.messages.charging.ChargingProfilePurpose;
import dev.roamlab.ocpp.messages.charging.ChargingProfileStatus;
import dev.roamlab.ocpp.messages.charging.ChargingRateUnit;
import dev.roamlab.ocpp.messages.charging.ChargingSchedule;
import dev.roamlab.ocpp.messages.charging.ChargingSchedulePeriod;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileRequest;
import dev.roamlab.ocpp.messages.charging.ClearChargingProfileStatus;
import dev.roamlab.ocpp.messages.charging.GetCompositeScheduleRequest;
import dev.roamlab.ocpp.messages.charging.SetChargingProfileRequest;
import dev.roamlab.ocpp.v16.DialectV16;
import dev.roamlab.ocpp.v201.DialectV201;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A profile on its way from a CSMS to the power at a plug, over real sockets, in both versions. */
class SmartChargingOverTheWireTest {
    private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");

    private final SteppedClock clock = new SteppedClock(START, SteppedClock.MAX_SPEED);
    private final ExchangeLog log = new ExchangeLog(clock);
    private final Vertx vertx = Vertx.vertx();

    static Stream<Dialect> dialects() {
        return Stream.of(new DialectV16(), new DialectV201());
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void power_follows_the_profile_of_a_transaction(Dialect dialect) throws Exception {
        TinyCsms csms = new TinyCsms(vertx, clock, log, List.of(dialect));
        LinkSettings link = LinkSettings.of(vertx, clock, log, Ids.seeded(1, "fleet"), List.of(dialect));
        Fleet fleet = Fleet.deploy(new FleetSettings(link, csms.url(), 1, 1), 1).await(10, TimeUnit.SECONDS);
        SimulatedStation station =
                fleet.add(StationSpec.of(StationModels.shipped().named("post-22-twin"), "CP-1", 1));
        station.connect().await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(1));
        station.plugIn(1, Cars.named("finch-52").at(30)).await(5, TimeUnit.SECONDS);
        station.present(1, IdToken.of("ANNA")).await(5, TimeUnit.SECONDS);
        clock.pass(Duration.ofSeconds(9));
        String transaction = csms.transactionEvents().get(0).transactionInfo().transactionId();

        var taken = csms.ask("CP-1", new SetChargingProfileRequest(1, profile(transaction)));

        assertThat(taken.status()).isEqualTo(ChargingProfileStatus.ACCEPTED);
        assertThat(station.state().connector(1).watts()).isEqualTo(11_040);
        clock.pass(Duration.ofSeconds(60));
        assertThat(station.state().connector(1).watts()).isEqualTo(6_900);
        var composite = csms.ask("CP-1", new GetCompositeScheduleRequest(600, Optional.of(ChargingRateUnit.A), 1));
        assertThat(composite.status()).isEqualTo(GenericStatus.ACCEPTED);
        assertThat(composite.schedule().orElseThrow().chargingSchedulePeriod())
                .extracting(period -> period.limit().intValue())
                .containsExactly(10);
        var cleared = csms.ask("CP-1", new ClearChargingProfileRequest(Optional.of(3), Optional.empty()));
        assertThat(cleared.status()).isEqualTo(ClearChargingProfileStatus.ACCEPTED);
        assertThat(station.state().connector(1).watts()).isEqualTo(22_080);
        fleet.close().await(10, TimeUnit.SECONDS);
    }

    private static ChargingProfile profile(String transaction) {
        ChargingSchedule schedule = new ChargingSchedule(
                1,
                Optional.of(START),
                Optional.empty(),
                ChargingRateUnit.A,
                List.of(period(0, 16), period(60, 10)),
                Optional.empty(),
                Optional.empty());
        return new ChargingProfile(
                3,
                0,
                ChargingProfilePurpose.TX_PROFILE,
                ChargingProfileKind.ABSOLUTE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(schedule),
                Optional.of(transaction));
    }

    private static ChargingSchedulePeriod period(int start, int amps) {
        return new ChargingSchedulePeriod(start, BigDecimal.valueOf(amps), Optional.empty(), Optional.empty());
    }
}
