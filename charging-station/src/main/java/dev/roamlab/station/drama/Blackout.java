package dev.roamlab.station.drama;

import dev.roamlab.station.fleet.SimulatedStation;
import java.util.List;
import java.util.function.Consumer;

/** Mains or network fail for a share of the chargers, and come back for all of them at once. */
final class Blackout implements Drama {
    private final List<SimulatedStation> victims;
    private final Consumer<SimulatedStation> cut;
    private final Consumer<SimulatedStation> mend;
    private boolean mended;

    private Blackout(List<SimulatedStation> victims, Consumer<SimulatedStation> cut, Consumer<SimulatedStation> mend) {
        this.victims = victims;
        this.cut = cut;
        this.mend = mend;
    }

    static Blackout ofMains(List<SimulatedStation> victims) {
        return new Blackout(victims, SimulatedStation::losePower, SimulatedStation::restorePower);
    }

    static Blackout ofNetwork(List<SimulatedStation> victims) {
        return new Blackout(victims, SimulatedStation::loseConnection, SimulatedStation::restoreConnection);
    }

    @Override
    public void strike() {
        victims.forEach(cut);
    }

    @Override
    public void calm() {
        victims.forEach(mend);
        mended = true;
    }

    @Override
    public int affected() {
        return victims.size();
    }

    @Override
    public int recovered() {
        return mended
                ? (int) victims.stream()
                        .filter(station -> station.isGone() || station.current().accepted())
                        .count()
                : 0;
    }
}
