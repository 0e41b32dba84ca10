package dev.roamlab.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.json.Json;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a {@link FakePartner} sends back, right or wrong. */
public record FakeAnswer(int httpStatus, Map<String, String> headers, Buffer body, boolean silent) {
    private static final String TIMESTAMP = "2026-11-21T10:00:00Z";

    public FakeAnswer {
        headers = Map.copyOf(headers);
    }

    /** Success with data. */
    public static FakeAnswer data(JsonNode data) {
        return envelope(200, 1000, data);
    }

    /** An envelope with an HTTP and an OCPI status, without data. */
    public static FakeAnswer status(int httpStatus, int statusCode) {
        return envelope(httpStatus, statusCode, null);
    }

    /** Any text, as any content type. */
    public static FakeAnswer raw(int httpStatus, String contentType, String body) {
        return new FakeAnswer(httpStatus, Map.of("Content-Type", contentType), Buffer.buffer(body), false);
    }

    /** No answer at all. */
    public static FakeAnswer silence() {
        return new FakeAnswer(0, Map.of(), Buffer.buffer(), true);
    }

    /** The answer with a header. */
    public FakeAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new FakeAnswer(httpStatus, more, body, silent);
    }

    private static FakeAnswer envelope(
            int httpStatus, int statusCode, @org.jspecify.annotations.Nullable JsonNode data) {
        var envelope = Json.object().put("status_code", statusCode).put("timestamp", TIMESTAMP);
        if (data != null) {
            envelope.set("data", data);
        }
        return raw(httpStatus, "application/json", Json.write(envelope));
    }
}
