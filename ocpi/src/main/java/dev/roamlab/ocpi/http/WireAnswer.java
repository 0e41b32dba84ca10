package dev.roamlab.ocpi.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * An HTTP answer of OCPI as it crosses the wire.
 *
 * @param status of HTTP
 * @param body empty when there is none
 */
public record WireAnswer(int status, MultiMap headers, Buffer body) {
    public WireAnswer {
        headers = MultiMap.caseInsensitiveMultiMap().addAll(headers);
    }

    /** The same with another status. */
    public WireAnswer withStatus(int other) {
        return new WireAnswer(other, headers, body);
    }

    /** The same with other headers. */
    public WireAnswer withHeaders(MultiMap other) {
        return new WireAnswer(status, other, body);
    }

    /** The same with another body. */
    public WireAnswer withBody(Buffer other) {
        return new WireAnswer(status, headers, other);
    }
}
