package dev.roamlab.node.faults;

import java.util.List;

final class TypeFaults {
    private TypeFaults() {}

    static List<Fault> list() {
        return List.of();
    }
}
