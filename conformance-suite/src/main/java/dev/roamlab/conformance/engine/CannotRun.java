package dev.roamlab.conformance.engine;

import dev.roamlab.conformance.wire.WireExchange;
import java.util.Optional;

/** The run could not begin: the message says what was tried, what came of it, and what to look at. No verdict on the system. */
public final class CannotRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<WireExchange> exchange;

    CannotRun(String message, Optional<WireExchange> exchange) {
        super(message);
        this.exchange = exchange;
    }

    /** The exchange that did not go as it must. */
    public Optional<WireExchange> exchange() {
        return exchange;
    }
}
