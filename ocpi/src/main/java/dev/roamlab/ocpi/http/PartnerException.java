package dev.roamlab.ocpi.http;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A partner refused our request, or could not be asked. "I refuse" is an {@link OcpiException}; this is "I was refused".
 */
public final class PartnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final OptionalInt httpStatus;
    private final OptionalInt statusCode;
    private final Optional<String> url;

    PartnerException(Kind kind, String message, OptionalInt httpStatus, OptionalInt statusCode, Optional<String> url) {
        super(message, null, false, false);
        this.kind = kind;
        this.httpStatus = httpStatus;
        this.statusCode = statusCode;
        this.url = url;
    }

    /** The partner lacks what we would need to call. */
    public static PartnerException notOffered(String message) {
        return new PartnerException(
                Kind.NOT_OFFERED, message, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /** How it went wrong. */
    public enum Kind {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** No answer in time. */
        TIMEOUT,
        /** An HTTP error status. */
        HTTP_ERROR,
        /** An OCPI status outside 1xxx. */
        OCPI_ERROR,
        /** An answer that is not OCPI: HTML, broken JSON, a missing envelope, an invalid object. */
        NOT_OCPI,
        /** The partner does not list the endpoint. */
        NOT_OFFERED
    }

    /** How it went wrong. */
    public Kind kind() {
        return kind;
    }

    /** The HTTP status, when there was an answer. */
    public OptionalInt httpStatus() {
        return httpStatus;
    }

    /** The OCPI status, when the answer had one. */
    public OptionalInt statusCode() {
        return statusCode;
    }

    /** What was called. */
    public Optional<String> url() {
        return url;
    }

    /** Whether the same request may succeed later: nothing in it was found wrong. */
    public boolean mayPass() {
        return kind == Kind.UNREACHABLE
                || kind == Kind.TIMEOUT
                || httpStatus.orElse(0) >= 500
                || httpStatus.orElse(0) == 429
                || statusCode.orElse(0) >= 3000;
    }
}
