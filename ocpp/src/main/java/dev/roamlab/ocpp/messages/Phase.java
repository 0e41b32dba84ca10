package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Spelled;
import java.util.Optional;
import java.util.stream.Stream;

/** Between which wires it was measured. Absent: over all of them. */
public enum Phase implements Spelled {
    L1("L1"),
    L2("L2"),
    L3("L3"),
    N("N"),
    L1_N("L1-N"),
    L2_N("L2-N"),
    L3_N("L3-N"),
    L1_L2("L1-L2"),
    L2_L3("L2-L3"),
    L3_L1("L3-L1");

    private final String wireName;

    Phase(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** The value with this spelling. */
    public static Optional<Phase> named(String wireName) {
        return Stream.of(values())
                .filter(value -> value.wireName.equals(wireName))
                .findFirst();
    }
}
