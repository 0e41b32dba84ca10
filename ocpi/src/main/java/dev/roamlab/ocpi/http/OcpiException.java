package dev.roamlab.ocpi.http;

import dev.roamlab.ocpi.json.InvalidObject;

/**
 * We refuse a partner's request: the reason in OCPI's terms, with a message fit for the partner. What a partner answered to
 * us is a {@link PartnerException}.
 */
public final class OcpiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StatusCode status;
    private final int httpStatus;

    private OcpiException(StatusCode status, int httpStatus, String message) {
        super(message, null, false, false);
        this.status = status;
        this.httpStatus = httpStatus;
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
        return invalid(invalid.getMessage());
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
        return new OcpiException(StatusCode.CLIENT_ERROR, 405, message);
    }

    /** The request cannot be understood as HTTP or JSON. */
    public static OcpiException badRequest(String message) {
        return new OcpiException(StatusCode.INVALID_PARAMETERS, 400, message);
    }

    /** A refusal on the HTTP layer. */
    public static OcpiException http(int httpStatus, String message) {
        return new OcpiException(StatusCode.CLIENT_ERROR, httpStatus, message);
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
