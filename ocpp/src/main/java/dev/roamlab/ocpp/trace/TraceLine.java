package dev.roamlab.ocpp.trace;

import dev.roamlab.ocpp.link.FrameTap.Way;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a recording.
 *
 * @param lab when, by the lab's clock
 * @param wall when, by the machine's clock
 * @param version of OCPP, such as {@code 1.6}; empty where a connection has ended
 * @param way of a frame; else absent
 * @param text the frame as it crossed the wire, station passwords replaced by short hashes; for an end, why
 */
public record TraceLine(
        Instant lab, Instant wall, String station, String version, Event event, Optional<Way> way, String text) {

    /** What a line tells of. */
    public enum Event {
        /** A connection stands. */
        OPEN,
        FRAME,
        /** A connection has ended. */
        CLOSE
    }
}
