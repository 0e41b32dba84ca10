package dev.roamlab.control.http;

import dev.roamlab.control.shape.InvalidValue;
import dev.roamlab.control.shape.Wrong;
import java.util.List;
import java.util.Map;

/** A request that is not granted: becomes a problem for the caller, and nothing else. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;
    private final transient List<Wrong> errors;
    private final transient Map<String, String> headers;

    private Refused(int status, String detail, List<Wrong> errors, Map<String, String> headers) {
        super(status + " " + detail, null, false, false);
        this.status = status;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** With an HTTP status and a sentence for the caller. */
    public static Refused with(int status, String detail) {
        return new Refused(status, detail, List.of(), Map.of());
    }

    /** As {@link #with(int, String)}, with headers. */
    static Refused with(int status, String detail, Map<String, String> headers) {
        return new Refused(status, detail, List.of(), headers);
    }

    /** The request cannot be understood. */
    public static Refused badRequest(String detail) {
        return with(400, detail);
    }

    /** There is no such thing. */
    public static Refused notFound(String detail) {
        return with(404, detail);
    }

    /** As things stand, this cannot be done. */
    public static Refused conflict(String detail) {
        return with(409, detail);
    }

    /** The body, or the query, is not what was asked for. */
    static Refused invalid(String what, InvalidValue value) {
        int count = value.wrongs().size();
        Wrong first = value.wrongs().get(0);
        String where = first.pointer().isEmpty() ? what : first.pointer();
        String others = count == 1 ? "" : " (and " + (count - 1) + " more, see errors)";
        return new Refused(400, where + ": " + first.detail() + others, value.wrongs(), Map.of());
    }

    int status() {
        return status;
    }

    String detail() {
        return detail;
    }

    List<Wrong> errors() {
        return errors;
    }

    Map<String, String> headers() {
        return headers;
    }

    String title() {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Key required";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 408 -> "Request timeout";
            case 409 -> "Conflict";
            case 413 -> "Body too large";
            case 414 -> "URL too long";
            case 415 -> "Media type not supported";
            case 429 -> "Too many requests";
            case 431 -> "Header too large";
            case 503 -> "Not available";
            default -> status >= 500 ? "Internal error" : "Refused";
        };
    }

    String type() {
        return "urn:roamlab:problem:"
                + title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
