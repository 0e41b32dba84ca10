package dev.roamlab.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request with its answer, as it crossed the wire, secrets replaced by short hashes.
 *
 * @param id position in the log, from 1
 * @param protocol which of the two protocols was spoken
 * @param version protocol version, such as {@code 2.2.1} or {@code 1.6}; empty before one is agreed
 * @param operation what was asked, such as {@code PUT tokens} or {@code StartTransaction}
 * @param from who called, such as {@code emsp} or {@code station:CP-1}
 * @param to who was called
 * @param correlationId the OCPI X-Correlation-ID, or the OCPP message id
 * @param labTime lab time at which the request left
 * @param wallTime wall time at which the request left
 * @param took wall time until the answer, or until waiting for it ended
 * @param response absent when none came
 * @param failure why there is no (usable) answer: time-out, refused connection, cut off
 * @param notes what was odd but tolerated, such as a raw credentials token
 */
public record Exchange(
        long id,
        Protocol protocol,
        String version,
        String operation,
        String from,
        String to,
        String correlationId,
        Instant labTime,
        Instant wallTime,
        Duration took,
        Message request,
        Optional<Message> response,
        Optional<String> failure,
        List<String> notes) {

    public Exchange {
        notes = List.copyOf(notes);
    }

    /** The two protocols of a lab. */
    public enum Protocol {
        OCPI,
        OCPP
    }

    /**
     * What one side sent.
     *
     * @param line the request line ({@code GET http://…}) or status ({@code 200}); for OCPP the frame's kind
     * @param headers in the order sent; empty for OCPP
     * @param body the raw text; empty when there was none
     */
    public record Message(String line, Map<String, String> headers, String body) {
        public Message {
            // Map.copyOf would lose the order.
            headers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(headers));
        }
    }
}
