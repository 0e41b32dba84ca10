package dev.roamlab.ocpi.http;

import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.InvalidObject;
import java.util.List;
import java.util.Optional;

/**
 * We refuse a partner's request: the reason in OCPI's terms, with a message fit for the partner. What a partner answered to
 * us is a {@link PartnerException}.
 */
public final class OcpiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StatusCode status;
    private final int httpStatus;
    private final List<String> allowedMethods;
    private final transient Optional<InvalidObject> invalidObject;

    private OcpiException(StatusCode status, int httpStatus, String message) {
        this(status, httpStatus, message, List.of(), Optional.empty());
    }

    private OcpiException(
            StatusCode status,
            int httpStatus,
            String message,
            List<String> allowedMethods,
            Optional<InvalidObject> invalidObject) {
        super(message, null, false, false);
        this.status = status;
        this.httpStatus = httpStatus;
        this.allowedMethods = List.copyOf(allowedMethods);
        this.invalidObject = invalidObject;
    }

    /** A refusal inside OCPI: the request itself arrived well, so HTTP says 200. Spec: status_codes_status_codes. */
    public static OcpiException of(StatusCode status, String message) {
        return new OcpiException(status, 200, message);
    }

    /** A field, parameter or path segment breaks a rule (2001). */
    public static OcpiException invalid(String message) {
        return of(StatusCode.INVALID_PARAMETERS, message);
    }

    /** An object breaks one or more rules (2001). */
    public static OcpiException invalid(InvalidObject invalid) {
        return new OcpiException(
                StatusCode.INVALID_PARAMETERS,
                200,
                String.valueOf(invalid.getMessage()),
                List.of(),
                Optional.of(invalid));
    }

    /** There is no such object (HTTP 404). */
    public static OcpiException notFound(String message) {
        return new OcpiException(StatusCode.INVALID_PARAMETERS, 404, message);
    }

    /** There is no such location: 2003, with HTTP 404 where the location itself was addressed. */
    public static OcpiException unknownLocation(String message) {
        return of(StatusCode.UNKNOWN_LOCATION, message);
    }

    /** There is no such token: mod_tokens_post_method asks for 2004 and for HTTP 404. */
    public static OcpiException unknownToken(String message) {
        return new OcpiException(StatusCode.UNKNOWN_TOKEN, 404, message);
    }

    /** The caller is nobody we know (HTTP 401). */
    public static OcpiException unauthorized(String message) {
        return new OcpiException(StatusCode.CLIENT_ERROR, 401, message);
    }

    /** The method is not offered here (HTTP 405). */
    public static OcpiException methodNotAllowed(String message) {
        return methodNotAllowed(message, List.of());
    }

    /** The method is not offered here, others are (HTTP 405 with an Allow header). */
    public static OcpiException methodNotAllowed(String message, List<String> allowed) {
        return new OcpiException(StatusCode.CLIENT_ERROR, 405, message, allowed, Optional.empty());
    }

    /** The request cannot be understood as HTTP or JSON. */
    public static OcpiException badRequest(String message) {
        return new OcpiException(StatusCode.INVALID_PARAMETERS, 400, message);
    }

    /** A refusal on the HTTP layer. */
    public static OcpiException http(int httpStatus, String message) {
        return new OcpiException(StatusCode.CLIENT_ERROR, httpStatus, message);
    }

    /** The same refusal with the names that the caller's version has for the fields of the object. */
    OcpiException inWordsOf(Dialect dialect) {
        return invalidObject.map(dialect::onWire).map(OcpiException::invalid).orElse(this);
    }

    /** What the Allow header of a 405 lists. */
    List<String> allowedMethods() {
        return allowedMethods;
    }

    /** The OCPI status to answer with. */
    public StatusCode status() {
        return status;
    }

    /** The HTTP status to answer with. */
    public int httpStatus() {
        return httpStatus;
    }
}
