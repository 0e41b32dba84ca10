package dev.roamlab.station;

import dev.roamlab.ocpp.messages.variables.NetworkConnectionProfile;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Connection profiles by the slot that the CSMS put them in; immutable. */
public record NetworkProfiles(Map<Integer, NetworkConnectionProfile> bySlot) {
    /** None but the one the station was set up with. */
    public static final NetworkProfiles NONE = new NetworkProfiles(Map.of());

    public NetworkProfiles {
        bySlot = Collections.unmodifiableMap(bySlot);
    }

    NetworkProfiles with(int slot, NetworkConnectionProfile profile) {
        Map<Integer, NetworkConnectionProfile> more = new TreeMap<>(bySlot);
        more.put(slot, profile);
        return new NetworkProfiles(more);
    }
}
