package dev.roamlab.cpo.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpp.link.Handshake;
import java.util.List;
import java.util.Optional;

/** What gateways and core tell each other. */
final class Letters {
    /** Raised whenever a letter or a message changes; processes of different programs do not work together. */
    static final int PROTOCOL = 1;

    private Letters() {}

    // --- from a gateway to the core ---

    /** A gateway begins anew; what the core knew of its connections is void. Answered with {@link Welcome}. */
    record Hello(int protocol, String gateway, String run, String url) {}

    /** Whether the core works with the gateway, and why not. */
    record Welcome(Optional<String> refusal) {}

    /** Asks whether a station may connect. Answered with {@link Admitted}. */
    record Admit(Handshake handshake) {}

    /**
     * Whether a station may connect.
     *
     * @param refusal an HTTP status; absent when it may
     * @param why it may not, for the log
     */
    record Admitted(Optional<Integer> refusal, String why, List<Integer> connectorsPerEvse) {}

    /** A station has connected. */
    record Opened(String gateway, Line line, String remoteAddress, String version) {}

    /** A connection has ended. */
    record Closed(String gateway, Line line, String reason) {}

    /** A station asks something. Answered with {@link Answered}. */
    record Said(String stationId, JsonNode call) {}

    /** Asks for transaction numbers. Answered with {@link Block}. */
    record Numbers(int count) {}

    /** Numbers that nobody else gets. */
    record Block(int first, int count) {}

    /**
     * Sign of life. Answered with {@link Noted}.
     *
     * @param connections that the gateway holds
     * @param heard stations whose heartbeats were answered since the last time
     * @param heartbeats answered since then
     */
    record Beat(String gateway, String run, int connections, List<String> heard, int heartbeats) {}

    /** @param agreed false when the core sees the gateway's connections differently: it has to begin anew */
    record Noted(boolean agreed) {}

    // --- from the core to a gateway ---

    /** Asks a station something. Answered with {@link Answered}. */
    record Ask(Line line, JsonNode call) {}

    /** Ends a connection. */
    record HangUp(Line line, String reason) {}

    // --- both ways ---

    /** One connection of one station. @param number counts the connections of one run of a gateway */
    record Line(String stationId, String run, long number) {}

    /**
     * An answer, or why there is none.
     *
     * @param refusal an OCPP error code, or one of {@link Answers}' own words
     */
    record Answered(Optional<JsonNode> answer, Optional<String> refusal, String why) {}
}
