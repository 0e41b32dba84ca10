package dev.roamlab.interop;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.RealClock;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.FleetSettings;
import dev.roamlab.station.fleet.SimulatedStation;
import dev.roamlab.station.models.StationModels;
import dev.roamlab.station.models.StationSpec;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One charger of ours. Its time runs fast, so that what takes a minute is seen in seconds. */
final class OurCharger implements AutoCloseable {
    static final String ID = "CP-1";

    private final Vertx vertx = Vertx.vertx();
    private final RealClock clock;
    final SimulatedStation station;

    OurCharger(String csmsUrl, Dialect dialect, String model, double speed) throws Exception {
        clock = new RealClock(speed);
        LinkSettings link =
                LinkSettings.of(vertx, clock, new ExchangeLog(clock), Ids.seeded(1, "fleet"), List.of(dialect));
        Fleet fleet = Fleet.deploy(new FleetSettings(link, csmsUrl, 1, 1), 1).await(10, TimeUnit.SECONDS);
        station = fleet.add(StationSpec.of(StationModels.shipped().named(model), ID, 1));
        station.connect().await(10, TimeUnit.SECONDS);
    }

    /** Waits, for half an hour of the charger's time at most. */
    boolean until(BooleanSupplier condition) {
        return clock.await(condition, Duration.ofMinutes(30));
    }

    /** Lets the charger's time pass. */
    void pass(Duration time) {
        clock.await(() -> false, time);
    }

    @Override
    public void close() throws Exception {
        vertx.close().await(10, TimeUnit.SECONDS);
        clock.close();
    }
}
