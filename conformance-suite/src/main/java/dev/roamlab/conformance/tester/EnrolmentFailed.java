package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.wire.WireExchange;
import java.util.Optional;

/** A registration did not come about. Says what was expected, what came, and what can be done. */
public final class EnrolmentFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Where it ended. */
    public enum Reason {
        /** The token does not open the door. */
        NOT_LET_IN,
        /** No versions list could be read from the answer. */
        NO_VERSIONS,
        /** The wanted version is not listed. */
        VERSION_NOT_OFFERED,
        /** No details could be read from the answer. */
        NO_DETAILS,
        /** The details list no credentials endpoint. */
        NO_CREDENTIALS_ENDPOINT,
        /** HTTP 405 to POST: it holds a registration with us, or with whoever used this token before. */
        ALREADY_REGISTERED,
        /** The credentials were not accepted. */
        REFUSED,
        /** The answer to the credentials has no credentials of theirs. */
        NO_CREDENTIALS
    }

    private final Reason reason;
    private final transient WireExchange exchange;

    EnrolmentFailed(Reason reason, WireExchange exchange, String message) {
        super(message);
        this.reason = reason;
        this.exchange = exchange;
    }

    /** Where it ended. */
    public Reason reason() {
        return reason;
    }

    /** The last exchange. */
    public Optional<WireExchange> exchange() {
        return Optional.ofNullable(exchange);
    }
}
