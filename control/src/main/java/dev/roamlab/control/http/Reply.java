package dev.roamlab.control.http;

import java.util.HashMap;
import java.util.Map;

/** An answer: the object, and headers that belong to it. */
public record Reply<R extends Record>(R body, Map<String, String> headers) {
    /** Just the object. */
    public static <R extends Record> Reply<R> of(R body) {
        return new Reply<>(body, Map.of());
    }

    /** Nothing to say but that it is done. */
    public static Reply<Operation.Nothing> done() {
        return of(new Operation.Nothing());
    }

    /** With one more header. */
    public Reply<R> with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply<>(body, more);
    }
}
