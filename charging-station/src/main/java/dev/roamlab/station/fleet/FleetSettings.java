package dev.roamlab.station.fleet;

import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.lab.SteppedClock;
import dev.roamlab.ocpp.dialect.Dialect;
import dev.roamlab.ocpp.link.LinkSettings;
import dev.roamlab.ocpp.link.StationAddress;
import dev.roamlab.ocpp.v16.DialectV16;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the stations of a fleet share.
 *
 * @param link clock, time-outs and versions of OCPP, the preferred one first
 * @param csmsUrl where they connect to, {@code ws://…}; the charge point id is added as the last part of the path
 * @param seed makes the pauses between attempts to connect differ from station to station, in a repeatable way
 * @param connectsInFlight how many stations of one verticle connect at the same time
 */
public record FleetSettings(LinkSettings link, String csmsUrl, long seed, int connectsInFlight) {
    private static final int USUAL_CONNECTS_IN_FLIGHT = 64;

    public FleetSettings {
        StationAddress.of(csmsUrl, "x"); // checks the URL
        if (connectsInFlight < 1) {
            throw new IllegalArgumentException("connectsInFlight: " + connectsInFlight + ", must be at least 1");
        }
    }

    /**
     * OCPP 1.6 and the usual figures. In stepped time stations connect one after the other, so that every run has the same
     * order.
     *
     * @throws IllegalArgumentException when the URL is no WebSocket URL
     */
    public static FleetSettings of(Vertx vertx, LabClock clock, ExchangeLog log, Ids ids, String csmsUrl) {
        int inFlight = clock instanceof SteppedClock ? 1 : USUAL_CONNECTS_IN_FLIGHT;
        LinkSettings link = LinkSettings.of(vertx, clock, log, ids, List.of(new DialectV16()));
        return new FleetSettings(link, csmsUrl, ids.number(Integer.MAX_VALUE), inFlight);
    }

    /** The same with these versions of OCPP, the preferred one first. */
    public FleetSettings speaking(List<Dialect> versions) {
        return new FleetSettings(link.withDialects(versions), csmsUrl, seed, connectsInFlight);
    }

    LabClock clock() {
        return link.clock();
    }

    Vertx vertx() {
        return link.vertx();
    }

    /** From 0 to 1: the same for the same station and attempt in every run. */
    double jitter(String chargePointId, int attempt) {
        long mixed = (seed * 31 + chargePointId.hashCode()) * 31 + attempt;
        return new SplittableRandom(mixed).nextDouble();
    }
}
