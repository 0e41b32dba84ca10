package dev.roamlab.control.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** Reads a request's body: all of it, within bounds of size and time. */
final class Body {
    private static final Map<String, String> HANG_UP = Map.of("Connection", "close");

    private final long maxBytes;
    private final Buffer read = Buffer.buffer();
    private final Promise<Buffer> whole = Promise.promise();

    private Body(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Fails with {@link Refused}: 413 for a body that is too large, 408 for one that does not come. */
    static Future<Buffer> of(Vertx vertx, HttpServerRequest request, long maxBytes, long timeoutMillis) {
        Body body = new Body(maxBytes);
        long timer = vertx.setTimer(
                timeoutMillis,
                late -> body.whole.tryFail(
                        Refused.with(408, "the body did not come within " + timeoutMillis / 1000 + " s", HANG_UP)));
        request.handler(body::take)
                .endHandler(end -> body.whole.tryComplete(body.read))
                .exceptionHandler(body.whole::tryFail);
        return body.whole.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private void take(Buffer part) {
        if (whole.future().isComplete()) {
            return;
        }
        if (read.length() + (long) part.length() > maxBytes) {
            whole.tryFail(Refused.with(413, "the body is longer than " + maxBytes + " bytes", HANG_UP));
        } else {
            read.appendBuffer(part);
        }
    }
}
