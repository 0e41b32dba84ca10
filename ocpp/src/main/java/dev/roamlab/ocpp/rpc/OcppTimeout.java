package dev.roamlab.ocpp.rpc;

import java.time.Duration;

/** The other side has not answered a call in time. */
public final class OcppTimeout extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param timeout the time there was */
    public OcppTimeout(String action, Duration timeout) {
        super(action + ": no answer within " + timeout.toMillis() + " ms", null, false, false);
    }
}
