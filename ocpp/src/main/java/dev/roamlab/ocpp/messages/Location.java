package dev.roamlab.ocpp.messages;

import dev.roamlab.ocpp.payload.Spelled;
import java.util.Optional;
import java.util.stream.Stream;

/** Where it was measured. */
public enum Location implements Spelled {
    BODY("Body"),
    CABLE("Cable"),
    EV("EV"),
    INLET("Inlet"),
    OUTLET("Outlet");

    private final String wireName;

    Location(String wireName) {
        this.wireName = wireName;
    }

    @Override
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
