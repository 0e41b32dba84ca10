package dev.roamlab.station;

/** Why a file did not travel. */
public enum TransferFailure {
    /** Nobody there, the connection broke, or it took too long. */
    UNREACHABLE,
    /** The server does not let us: HTTP 401 or 403. */
    DENIED,
    /** The server found something wrong with the request: another 4xx. */
    REFUSED,
    /** The server does not do that: HTTP 405 or 501. */
    UNSUPPORTED,
    /** The server failed: 5xx. */
    SERVER_FAILED
}
