package dev.roamlab.node.faults;

import java.util.List;

final class SessionFaults {
    private SessionFaults() {}

    static List<Fault> list() {
        return List.of();
    }
}
