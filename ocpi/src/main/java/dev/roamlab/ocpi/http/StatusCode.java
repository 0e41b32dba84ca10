package dev.roamlab.ocpi.http;

/** The status codes of OCPI. Spec: status_codes_status_codes. */
public enum StatusCode {
    SUCCESS(1000, "Success"),
    CLIENT_ERROR(2000, "Client error"),
    INVALID_PARAMETERS(2001, "Invalid or missing parameters"),
    NOT_ENOUGH_INFORMATION(2002, "Not enough information"),
    UNKNOWN_LOCATION(2003, "Unknown Location"),
    UNKNOWN_TOKEN(2004, "Unknown Token"),
    SERVER_ERROR(3000, "Server error"),
    UNABLE_TO_USE_CLIENT_API(3001, "Unable to use the client's API"),
    UNSUPPORTED_VERSION(3002, "Unsupported version"),
    MISSING_ENDPOINTS(3003, "No matching endpoints"),
    HUB_ERROR(4000, "Hub error"),
    UNKNOWN_RECEIVER(4001, "Unknown receiver"),
    HUB_TIMEOUT(4002, "Time-out on a forwarded request"),
    CONNECTION_PROBLEM(4003, "Connection problem");

    private final int code;
    private final String meaning;

    StatusCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Four digits. */
    public int code() {
        return code;
    }

    /** What the code says, in short. */
    public String meaning() {
        return meaning;
    }
}
