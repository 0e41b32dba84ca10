package dev.roamlab.station;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Optional;

/**
 * How a station stands with its CSMS.
 *
 * @param due when the next thing has to be done for it: connect again, boot again, heartbeat; absent while waiting for
 *     the other side
 * @param attempts failed attempts to connect in a row
 * @param registered the CSMS has accepted this station since it last booted
 * @param askedAs which BootNotification is out
 */
@RecordBuilder
public record Uplink(Phase phase, Optional<Instant> due, int attempts, boolean registered, Optional<Long> askedAs)
        implements UplinkBuilder.With {

    /** Stages on the way to being accepted. */
    public enum Phase {
        /** Nobody has asked the station to connect, or it is cut off. */
        DOWN,
        /** Waits before it tries again. */
        BACKING_OFF,
        /** A connection is being made. */
        CONNECTING,
        /** Connected; the CSMS has not accepted it yet, and other messages have to wait. */
        BOOTING,
        /** Accepted: everything may be said. */
        ACCEPTED
    }

    static final Uplink DOWN = new Uplink(Phase.DOWN, Optional.empty(), 0, false, Optional.empty());

    boolean connected() {
        return phase == Phase.BOOTING || phase == Phase.ACCEPTED;
    }

    boolean accepted() {
        return phase == Phase.ACCEPTED;
    }
}
