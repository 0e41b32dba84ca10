package dev.roamlab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.node.LabContext;
import dev.roamlab.ocpp.link.LinkKind;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.FleetFigures;
import dev.roamlab.station.fleet.FleetSettings;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import dev.roamlab.station.physics.Cars;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two thousand chargers with real sockets, both ends in this JVM, sixty times faster than life. */
class ManyChargersTest {
    private static final int CHARGERS = 2_000;
    private static final int CHARGING = 200;
    private static final int SPEED = 60;
    /** Both ends with light links; 7 KB when this was written. Stock links would take 24 KB. */
    private static final long MOST_BYTES_EACH = 12_000;
    /** Wall time for any one stage: the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(40L * SPEED);

    private final RealClock clock = new RealClock(SPEED);
    private final LabContext lab = new LabContext(clock, new ExchangeLog(clock), Ids.unpredictable());
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(30, TimeUnit.SECONDS);
        clock.close();
    }

    @Test
    void two_thousand_chargers_live_charge_and_come_back_from_a_blackout_and_nothing_is_lost() throws Exception {
        PlainCentral central = PlainCentral.start(lab, vertx, LinkKind.AUTO, 60);
        FleetSettings settings = FleetSettings.of(vertx, clock, lab.log(), lab.ids(), central.url());
        Fleet fleet = Fleet.deploy(settings, 1).await(10, TimeUnit.SECONDS);
        long heapBefore = Self.liveHeap();

        List<SimulatedStation> stations = fleet.addAll(
                StationSpec.numbered(StationModels.shipped().named("wallbox-11"), "NL-RL-####", 1, CHARGERS));
        fleet.connectAll();
        until("all have booted", () -> fleet.figures().accepted() == CHARGERS);
        long each = (Self.liveHeap() - heapBefore) / CHARGERS;
        assertThat(each).as("bytes of live heap per charger, both ends").isBetween(1_000L, MOST_BYTES_EACH);
        long heartbeats = central.heartbeats();
        until("each has said that it lives", () -> central.heartbeats() >= heartbeats + CHARGERS);

        List<SimulatedStation> busy = stations.subList(0, CHARGING);
        busy.forEach(station -> {
            station.plugIn(1, Cars.named("tundra-95").at(10));
            station.present(1, IdToken.of("DRIVER"));
        });
        until("all these charge", () -> confirmed(fleet, CHARGING));
        until("meter values arrive", () -> central.meterValues() >= CHARGING);

        stations.forEach(SimulatedStation::loseConnection);
        until("both ends are dark", () -> fleet.figures().connected() == 0 && central.open() == 0);
        stations.forEach(SimulatedStation::restoreConnection);
        until("all are back", () -> fleet.figures().accepted() == CHARGERS);

        busy.forEach(station -> {
            station.present(1, IdToken.of("DRIVER"));
            station.unplug(1);
        });
        until("all have stopped", () -> confirmed(fleet, 0));
        assertThat(central.begun()).isEqualTo(CHARGING);
        assertThat(central.ended()).isEqualTo(CHARGING);
        long metered = busy.stream()
                .mapToLong(station -> station.state().connector(1).registerWh())
                .sum();
        assertThat(central.wattHours()).isPositive().isEqualTo(metered);
        assertThat(fleet.figures().timeouts()).isZero();
        assertThat(fleet.figures().callErrors()).isZero();
        fleet.close().await(30, TimeUnit.SECONDS);
    }

    /** So many charge, and the central system has confirmed all it was told of it. */
    private static boolean confirmed(Fleet fleet, int charging) {
        FleetFigures figures = fleet.figures();
        return figures.charging() == charging && figures.unconfirmed() == 0;
    }

    private void until(String what, BooleanSupplier holds) {
        assertThat(clock.await(holds, PATIENCE)).as(what).isTrue();
    }
}
