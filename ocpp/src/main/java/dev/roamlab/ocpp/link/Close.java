package dev.roamlab.ocpp.link;

/**
 * How a connection ended.
 *
 * @param status a WebSocket close status; {@link #ABNORMAL} when the connection was cut off without one
 */
public record Close(int status, String reason) {
    /** Nothing was said. */
    public static final int ABNORMAL = 1006;

    /** An end of which nobody has said anything. */
    static final Close CUT_OFF = new Close(ABNORMAL, "");

    static final int NORMAL = 1000;
    static final int GOING_AWAY = 1001;
    static final int PROTOCOL_ERROR = 1002;
    static final int UNSUPPORTED_DATA = 1003;
    static final int TOO_BIG = 1009;

    @Override
    public String toString() {
        return reason.isEmpty() ? Integer.toString(status) : status + " " + reason;
    }
}
