package dev.roamlab.ocpp.messages;

import java.util.Optional;
import java.util.stream.Stream;

/** Where it was measured. */
public enum Location {
    BODY("Body"),
    CABLE("Cable"),
    EV("EV"),
    INLET("Inlet"),
    OUTLET("Outlet");

    private final String wireName;

    Location(String wireName) {
        this.wireName = wireName;
    }

    /** How every version of OCPP spells it. */
    public String wireName() {
        return wireName;
    }

    /** The value with this spelling. */
    public static Optional<Location> named(String wireName) {
        return Stream.of(values())
                .filter(value -> value.wireName.equals(wireName))
                .findFirst();
    }
}
