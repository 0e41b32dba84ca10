package dev.roamlab.node.faults;

import java.util.List;

final class TokenFaults {
    private TokenFaults() {}

    static List<Fault> list() {
        return List.of();
    }
}
