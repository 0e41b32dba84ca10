package dev.roamlab.control.http;

import dev.roamlab.control.shape.Shape;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;

/** Writes refusals. */
public final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final int LONGEST_PATH = 500;

    private final Clock clock;

    /** @param clock stamps problems */
    public Problems(Clock clock) {
        this.clock = clock;
    }

    void write(HttpServerRequest request, Refused refused) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        String path = String.valueOf(request.path());
        Problem problem = new Problem(
                refused.type(),
                refused.title(),
                refused.status(),
                refused.detail(),
                path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path,
                clock.instant(),
                refused.errors());
        refused.headers().forEach(response::putHeader);
        response.setStatusCode(refused.status()).putHeader("Content-Type", MEDIA_TYPE);
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Shape.write(problem).toString());
        }
    }

    /** What never became a request: its first line or its headers cannot be read. */
    public void unreadable(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            write(request, Refused.with(414, "the first line of the request is too long"));
        } else if (cause instanceof TooLongHttpHeaderException) {
            write(request, Refused.with(431, "the request's headers are too long"));
        } else {
            write(request, Refused.badRequest("the request cannot be understood as HTTP"));
        }
        request.connection().close();
    }
}
