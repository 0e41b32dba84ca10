package dev.roamlab.cli.conformance.between;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.function.UnaryOperator;

/**
 * An HTTP request or answer on its way.
 *
 * @param method of the request; that of an answer is the request's
 * @param uri path and query of the request
 * @param status of the answer; 0 for a request
 */
public record Letter(String method, String uri, int status, MultiMap headers, Buffer body) {
    /** The same with another path and query. */
    public Letter to(String otherUri) {
        return new Letter(method, otherUri, status, headers, body);
    }

    /** The same with another HTTP status. */
    public Letter with(int otherStatus) {
        return new Letter(method, uri, otherStatus, headers, body);
    }

    /** The same with another text. */
    public Letter text(UnaryOperator<String> change) {
        return body.length() == 0
                ? this
                : new Letter(method, uri, status, headers, Buffer.buffer(change.apply(body.toString())));
    }

    /** The same with a header in place of one with this name. */
    public Letter header(String name, String value) {
        MultiMap other = MultiMap.caseInsensitiveMultiMap().addAll(headers).set(name, value);
        return new Letter(method, uri, status, other, body);
    }

    /** An answer of our own making. */
    public Letter answer(int answerStatus, String text) {
        MultiMap json = MultiMap.caseInsensitiveMultiMap().set("Content-Type", "application/json");
        return new Letter(method, uri, answerStatus, json, Buffer.buffer(text));
    }
}
