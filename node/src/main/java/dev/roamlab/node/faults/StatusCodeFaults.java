package dev.roamlab.node.faults;

import java.util.List;

final class StatusCodeFaults {
    private StatusCodeFaults() {}

    static List<Fault> list() {
        return List.of();
    }
}
