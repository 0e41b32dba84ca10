package dev.roamlab.ocpp.link;

import dev.roamlab.lab.LabClock;
import java.util.Locale;

/** What carries a connection once its handshake is done. */
public enum LinkKind {
    /** The WebSocket of Vert.x. */
    STOCK,
    /** A handler of our own on the same channel: twelve kilobytes less, and it leans on the insides of Vert.x. */
    LIGHT,
    /** Light in real time; stock in stepped time, where the order of events has to be the same for ever. */
    AUTO;

    /**
     * The kind of this name, in any case.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static LinkKind named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("link: no '" + name + "', there are stock, light and auto", unknown);
        }
    }

    boolean isLight(LabClock clock) {
        return this == LIGHT || (this == AUTO && !(clock.heedsHolds()));
    }
}
