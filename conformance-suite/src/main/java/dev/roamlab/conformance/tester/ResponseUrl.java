package dev.roamlab.conformance.tester;

import dev.roamlab.conformance.wire.WireExchange;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An address that only the receiver of one command knows, so that what arrives there is its result. */
public final class ResponseUrl {
    private final Platform platform;
    private final URI url;

    ResponseUrl(Platform platform, URI url) {
        this.platform = platform;
        this.url = url;
    }

    /** What to write into the command. */
    public URI url() {
        return url;
    }

    /** Waits for the first request to it. */
    public Optional<WireExchange> await(Duration atMost) {
        return platform.await(this::isHere, atMost);
    }

    /** All requests to it so far. */
    public List<WireExchange> results() {
        return platform.received(this::isHere);
    }

    private boolean isHere(WireExchange exchange) {
        return exchange.uri().equals(url);
    }
}
