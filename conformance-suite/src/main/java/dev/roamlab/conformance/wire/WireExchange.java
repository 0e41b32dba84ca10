package dev.roamlab.conformance.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One request with its answer, raw: the evidence on which checks judge. Secrets are readable here and nowhere else; the report
 * gets a redacted copy under the same id.
 *
 * @param id the id under which the report shows this exchange
 * @param direction who called
 * @param uri the URL that was called, complete
 * @param target what the URL is, when it belongs to a published endpoint
 * @param status the HTTP status; 0 when no answer came
 * @param failure why no answer came
 * @param at when the request left or arrived, wall time
 */
public record WireExchange(
        long id,
        Direction direction,
        String method,
        URI uri,
        Optional<Target> target,
        WireHeaders requestHeaders,
        Body requestBody,
        int status,
        WireHeaders responseHeaders,
        Body responseBody,
        Optional<String> failure,
        Instant at,
        Duration took) {

    /** Who called whom. */
    public enum Direction {
        /** The tester called the system under test: the answer is the system's. */
        TO_SUT,
        /** The system under test called the tester: the request is the system's. */
        FROM_SUT
    }

    /** The headers that the system under test wrote. */
    public WireHeaders sutHeaders() {
        return direction == Direction.TO_SUT ? responseHeaders : requestHeaders;
    }

    /** The body that the system under test wrote. */
    public Body sutBody() {
        return direction == Direction.TO_SUT ? responseBody : requestBody;
    }

    /** Whether the system under test was the caller. */
    public boolean fromSut() {
        return direction == Direction.FROM_SUT;
    }

    /** Whether an HTTP answer came. */
    public boolean answered() {
        return failure.isEmpty();
    }

    /** Whether the connection broke before the answer came, as opposed to an answer that did not come in time. */
    boolean lost() {
        return failure.filter(reason -> !reason.startsWith(Caller.LATE) && !reason.equals("interrupted"))
                .isPresent();
    }

    /**
     * Whether what the system under test did can be judged by this exchange: no answer, and answers that say "not now" (HTTP 429,
     * 502, 503, 504), may be the network's doing.
     */
    public boolean telling() {
        return fromSut() || answered() && !Caller.isPassing(status);
    }

    /** The answer's {@code data}; a missing node when there is none. */
    public JsonNode data() {
        return responseBody.json().path("data");
    }

    /** The answer's OCPI {@code status_code}, when it is a number. */
    public Optional<Integer> ocpiStatus() {
        JsonNode code = responseBody.json().path("status_code");
        return code.isIntegralNumber() ? Optional.of(code.intValue()) : Optional.empty();
    }

    /** Whether this was HTTP 2xx with an OCPI status of 1000 to 1999. */
    public boolean accepted() {
        return status / 100 == 2
                && ocpiStatus().filter(code -> code / 1000 == 1).isPresent();
    }

    /** Whether the content was refused: HTTP 4xx, or HTTP 2xx with an OCPI status of 2000 to 2999. */
    public boolean refused() {
        return status / 100 == 4
                || status / 100 == 2
                        && ocpiStatus().filter(code -> code / 1000 == 2).isPresent();
    }

    /** For messages: {@code HTTP 200, status_code 2001}. */
    public String outcome() {
        if (!answered()) {
            return failure.orElse("no answer");
        }
        return "HTTP " + status
                + ocpiStatus().map(code -> ", status_code " + code).orElse(", no OCPI envelope");
    }
}
