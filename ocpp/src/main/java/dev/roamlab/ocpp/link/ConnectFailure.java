package dev.roamlab.ocpp.link;

import dev.roamlab.ocpp.rpc.NotConnected;

/** A connection to a CSMS could not be made: what happened, in a sentence, and what can be done about it, in another. */
public final class ConnectFailure extends NotConnected {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String url;
    private final String what;
    private final String wayOut;

    /** What happened. */
    public enum Kind {
        /** The name of the host means nothing to anybody. */
        NAME_NOT_FOUND,
        /** No way leads to the host. */
        UNREACHABLE,
        /** Nobody listens on the port. */
        REFUSED,
        /** Nothing came back in time. */
        TIMED_OUT,
        /** The connection ended before it was made. */
        CUT_OFF,
        /** What came back is no HTTP. */
        NO_HTTP,
        /** HTTP 401. */
        UNAUTHORIZED,
        /** HTTP 403. */
        FORBIDDEN,
        /** HTTP 404. */
        NOT_FOUND,
        /** Another HTTP status than 101. */
        HTTP_STATUS,
        /** None of the subprotocols offered was chosen. */
        SUBPROTOCOL,
        /** The CSMS's certificate is not to be trusted, or is for another host. */
        NOT_TRUSTED,
        /** The CSMS does not take the station's certificate, or wants one. */
        CERTIFICATE_REJECTED,
        /** TLS was spoken to a port without. */
        NO_TLS,
        /** Both sides speak TLS, and find no common ground. */
        TLS,
        /** Anything else. */
        OTHER
    }

    ConnectFailure(Kind kind, String url, String what, String wayOut) {
        super(url + ": " + what + "; " + wayOut);
        this.kind = kind;
        this.url = url;
        this.what = what;
        this.wayOut = wayOut;
    }

    /** What happened, for programs: a thousand stations may fail for the same reason. */
    public Kind kind() {
        return kind;
    }

    /** Where the station wanted to connect to. */
    public String url() {
        return url;
    }

    /** What happened, in words; the URL is not in it. */
    public String what() {
        return what;
    }

    /** What can be done about it, in words. */
    public String wayOut() {
        return wayOut;
    }

    /** Whether trying again later makes no sense as long as nobody changes anything. */
    public boolean isPermanent() {
        return switch (kind) {
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, SUBPROTOCOL, NOT_TRUSTED, CERTIFICATE_REJECTED, NO_TLS, NO_HTTP ->
                true;
            case NAME_NOT_FOUND, UNREACHABLE, REFUSED, TIMED_OUT, CUT_OFF, HTTP_STATUS, TLS, OTHER -> false;
        };
    }
}
