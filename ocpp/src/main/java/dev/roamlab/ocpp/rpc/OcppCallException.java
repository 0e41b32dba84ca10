package dev.roamlab.ocpp.rpc;

/**
 * A call was refused: by the other side with a CALLERROR, or by us because what was to be sent or what came back breaks a
 * rule. Thrown by whoever answers a call, it becomes the CALLERROR.
 */
public final class OcppCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RpcErrorCode code;
    private final String description;

    /** @param description names field, rule and value; fit for the other side to read */
    public OcppCallException(RpcErrorCode code, String description) {
        // No stack trace: this is an answer, and garbage from a wire may cause many.
        super(code + ": " + description, null, false, false);
        this.code = code;
        this.description = description;
    }

    /** Why. */
    public RpcErrorCode code() {
        return code;
    }

    /** Why, in words. */
    public String description() {
        return description;
    }
}
