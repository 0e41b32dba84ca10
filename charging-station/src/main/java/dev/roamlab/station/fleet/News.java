package dev.roamlab.station.fleet;

import dev.roamlab.ocpp.link.Close;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Tells the listeners of a fleet; costs a look at an empty list when there are none. */
final class News {
    private final List<FleetListener> listeners = new CopyOnWriteArrayList<>();

    Runnable add(FleetListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void connected(ChargingStation station) {
        tell(station, FleetListener::connected);
    }

    void refused(ChargingStation station, Throwable why) {
        tell(station, (listener, handle) -> listener.refused(handle, why));
    }

    void lost(ChargingStation station, Close how) {
        tell(station, (listener, handle) -> listener.lost(handle, how));
    }

    void callFailed(ChargingStation station, String action, Throwable why) {
        tell(station, (listener, handle) -> listener.callFailed(handle, action, why));
    }

    private void tell(ChargingStation station, BiConsumer<FleetListener, SimulatedStation> what) {
        if (!listeners.isEmpty()) {
            SimulatedStation handle = new SimulatedStation(station);
            listeners.forEach(listener -> what.accept(listener, handle));
        }
    }
}
