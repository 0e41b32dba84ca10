package dev.roamlab.station;

import dev.roamlab.ocpp.messages.Response;
import dev.roamlab.ocpp.messages.StationCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows from an event.
 *
 * @param state from now on
 * @param answer to the request the event was, if it was one: goes out before the calls
 * @param calls to be sent, in this order
 * @param orders what the host is to do for the station, besides
 * @param link what is to become of the connection, after answer and calls
 * @param wakeAt the station wants a {@link StationEvent.TimeReached} then, unless something happens before
 */
public record Step(
        StationState state,
        Optional<Response> answer,
        List<Call> calls,
        List<HostOrder> orders,
        LinkOrder link,
        Optional<Instant> wakeAt) {
    public Step {
        calls = List.copyOf(calls);
        orders = List.copyOf(orders);
    }

    /** A request to the CSMS; its answer comes back as an event with the same number. */
    public record Call(long ref, StationCall<?> request) {}

    /** What the host does with the connection. */
    public enum LinkOrder {
        /** Nothing. */
        KEEP,
        /** Makes a new one and reports {@code Connected} or {@code Disconnected}. */
        OPEN,
        /** Closes it; nothing more is to be reported of it. */
        CLOSE
    }
}
