package dev.roamlab.station.drama;

import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpp.intercept.Interceptor;
import dev.roamlab.ocpp.messages.IdToken;
import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.SimulatedStation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What dramas play on. */
record Stage(
        Fleet fleet, LabClock clock, Interceptor interceptor, ClockSkew.Tap skew, List<IdToken> tokens, long seed) {

    /** A share of the stations that are switched on, at least one; which ones depends on the seed and the drama's number. */
    List<SimulatedStation> some(double percent, int number) {
        List<SimulatedStation> all = new ArrayList<>(fleet.stations().stream()
                .filter(station -> station.current().wanted())
                .toList());
        if (percent < 100) {
            Collections.shuffle(all, new Random(seed + number));
            all = all.subList(0, (int) Math.ceil(all.size() * percent / 100));
        }
        return List.copyOf(all);
    }
}
