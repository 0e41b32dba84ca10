package dev.roamlab.control.chargers;

import dev.roamlab.station.fleet.Fleet;
import dev.roamlab.station.fleet.SimulatedStation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The chargers of a fleet in the order of their ids, so that a page costs what it shows and not what there is. Chargers come
 * and go by other hands, too: what happens to one that is not on the roll puts it there.
 */
public final class Roll {
    private final Fleet fleet;
    private final ConcurrentNavigableMap<String, SimulatedStation> byId = new ConcurrentSkipListMap<>();

    /** All that are in the fleet now. */
    public Roll(Fleet fleet) {
        this.fleet = fleet;
        fleet.stations().forEach(this::add);
    }

    /** Adds a charger. */
    public void add(SimulatedStation station) {
        byId.put(station.chargePointId(), station);
    }

    /** Something has happened to a charger. */
    public void heardOf(String chargePointId) {
        if (!byId.containsKey(chargePointId)) {
            fleet.station(chargePointId).ifPresent(this::add);
        }
    }

    /** A charger by its id. */
    public Optional<SimulatedStation> find(String chargePointId) {
        Optional<SimulatedStation> found = fleet.station(chargePointId);
        found.ifPresentOrElse(this::add, () -> byId.remove(chargePointId));
        return found;
    }

    /** Those whose ids come after a text, in order; those that have left are taken off on the way. */
    Map<String, SimulatedStation> after(String id, boolean inclusive) {
        return byId.tailMap(id, inclusive);
    }

    void strike(String chargePointId) {
        byId.remove(chargePointId);
    }

    int size() {
        return fleet.size();
    }
}
