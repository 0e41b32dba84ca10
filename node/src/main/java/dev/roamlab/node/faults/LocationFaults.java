package dev.roamlab.node.faults;

import java.util.List;

final class LocationFaults {
    private LocationFaults() {}

    static List<Fault> list() {
        return List.of();
    }
}
