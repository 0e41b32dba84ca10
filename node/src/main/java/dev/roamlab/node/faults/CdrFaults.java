package dev.roamlab.node.faults;

import java.util.List;

final class CdrFaults {
    private CdrFaults() {}

    static List<Fault> list() {
        return List.of();
    }
}
