package dev.roamlab.node.faults;

import java.util.List;

final class CommandFaults {
    private CommandFaults() {}

    static List<Fault> list() {
        return List.of();
    }
}
