package dev.roamlab.station.physics;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What a connector of a charging station can deliver.
 *
 * @param direct DC, else AC
 * @param phases 1 to 3; 1 for DC
 * @param volts AC: between phase and neutral; DC: the highest output voltage
 * @param maxAmps per phase
 * @param maxWatts the connector's rated power
 * @param cableAttached whether the station brings the cable; else the driver's own cable is a bound
 */
@RecordBuilder
public record Connection(
        boolean direct, int phases, double volts, double maxAmps, double maxWatts, boolean cableAttached) {
    public Connection {
        Checks.within("phases", phases, 1, direct ? 1 : 3);
        Checks.positive("volts", volts);
        Checks.positive("maxAmps", maxAmps);
        Checks.positive("maxWatts", maxWatts);
    }

    /** AC with a socket: rated power follows from voltage, current and phases. */
    public static Connection ac(int phases, double volts, double maxAmps) {
        return new Connection(false, phases, volts, maxAmps, phases * volts * maxAmps, false);
    }

    /** DC with the cable attached, as all DC connectors have. */
    public static Connection dc(double volts, double maxAmps, double maxWatts) {
        return new Connection(true, 1, volts, maxAmps, maxWatts, true);
    }
}
