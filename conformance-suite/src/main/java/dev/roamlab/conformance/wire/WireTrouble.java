package dev.roamlab.conformance.wire;

/** No answer that could be judged: a time-out, a refused connection, a system that is away. Never a verdict on the system. */
public final class WireTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WireExchange exchange;

    WireTrouble(String message, WireExchange exchange) {
        super(message);
        this.exchange = exchange;
    }

    /** What was tried. */
    public WireExchange exchange() {
        return exchange;
    }
}
