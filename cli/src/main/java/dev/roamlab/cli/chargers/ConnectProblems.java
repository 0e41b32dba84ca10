package dev.roamlab.cli.chargers;

import dev.roamlab.ocpp.link.ConnectFailure;
import dev.roamlab.station.fleet.FleetListener;
import dev.roamlab.station.fleet.SimulatedStation;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Why chargers could not connect: each reason is told once, however many chargers it concerns, and counted. */
final class ConnectProblems implements FleetListener {
    /** A central system that answers everybody otherwise must not fill the memory. */
    private static final int MOST = 50;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Consumer<String> firstTime;

    ConnectProblems(Consumer<String> firstTime) {
        this.firstTime = firstTime;
    }

    @Override
    public void refused(SimulatedStation station, Throwable why) {
        String reason = reason(station.chargePointId(), why);
        if (counts.size() >= MOST && !counts.containsKey(reason)) {
            return;
        }
        counts.computeIfAbsent(reason, fresh -> {
                    firstTime.accept(fresh);
                    return new LongAdder();
                })
                .increment();
    }

    Map<String, Long> counts() {
        Map<String, Long> read = new TreeMap<>();
        counts.forEach((reason, count) -> read.put(reason, count.sum()));
        return read;
    }

    /** The reason without the charger's own id, so that the same trouble of many is one. */
    private static String reason(String chargePointId, Throwable why) {
        if (why instanceof ConnectFailure failure) {
            String url = failure.url().replaceFirst("/" + Pattern.quote(chargePointId) + "$", "");
            return url + ": " + failure.what() + "; " + failure.wayOut();
        }
        String message = String.valueOf(why.getMessage());
        return message.replace("/" + chargePointId + ":", ":").replace(chargePointId, "…");
    }
}
