package dev.roamlab.ocpi.http;

import io.vertx.core.Future;
import java.util.function.Function;

/**
 * Stands between a node and its wire, and may change whatever crosses. What it does is below the recording of exchanges: the
 * record shows what really crossed. Called on the node's event loop, and not at all while it is idle.
 */
public interface WireTap {
    /** Changes nothing, ever. */
    WireTap NONE = new WireTap() {
        @Override
        public boolean isIdle() {
            return true;
        }

        @Override
        public Future<WireAnswer> served(WireRequest request, Function<WireRequest, Future<WireAnswer>> node) {
            return node.apply(request);
        }

        @Override
        public Future<WireAnswer> sent(WireRequest request, Function<WireRequest, Future<WireAnswer>> wire) {
            return wire.apply(request);
        }
    };

    /** Whether exchanges may go past it. Asked once for each exchange. */
    boolean isIdle();

    /**
     * A request that the node receives.
     *
     * @param node answers a request; need not be asked, and may be asked twice
     * @return what the partner gets; when it fails, the partner's connection breaks
     */
    Future<WireAnswer> served(WireRequest request, Function<WireRequest, Future<WireAnswer>> node);

    /**
     * A request that the node sends.
     *
     * @param wire sends a request; need not be asked, and may be asked twice
     * @return what the node gets
     */
    Future<WireAnswer> sent(WireRequest request, Function<WireRequest, Future<WireAnswer>> wire);
}
