package dev.roamlab.station.fleet;

import dev.roamlab.ocpp.link.Close;

/** Hears what becomes of the connections and calls of a fleet; for all else there is {@link FleetWatcher}. Called on the station's event loop; has to be quick. */
public interface FleetListener {

    /** A station's connection stands; it has said nothing yet. */
    default void connected(SimulatedStation station) {}

    /** An attempt to connect has failed. {@code why} says what the other side answered; the station tries again. */
    default void refused(SimulatedStation station, Throwable why) {}

    /** A connection has ended, and not because the station closed it. */
    default void lost(SimulatedStation station, Close how) {}

    /** The CSMS has failed on a call: CALLERROR, an answer that breaks a rule, or none in time. */
    default void callFailed(SimulatedStation station, String action, Throwable why) {}
}
