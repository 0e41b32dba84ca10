package dev.roamlab.conformance.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.conformance.wire.Body;
import dev.roamlab.conformance.wire.WireHeaders;
import dev.roamlab.conformance.wire.WireHeaders.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tester answers.
 *
 * @param status the HTTP status
 * @param headers in addition to those of every answer, or instead of them where the name is the same
 * @param delay how long to wait before it leaves
 * @param manner whether it gets the headers of every answer, goes out exactly as it is, or never
 */
public record Reply(int status, WireHeaders headers, Body body, Duration delay, Manner manner) {
    /** How a reply leaves. */
    public enum Manner {
        /** With message ids echoed and routing headers swapped, as the specification asks. */
        POLITE,
        /** Exactly as it is. */
        BARE,
        /** Not at all: the connection is closed. */
        DROPPED
    }

    private static final Field JSON = new Field("Content-Type", "application/json");

    /** HTTP 200, status code 1000, with data. */
    public static Reply envelope(JsonNode data) {
        return envelope(200, data);
    }

    /** Status code 1000 with data, under this HTTP status. */
    public static Reply envelope(int status, JsonNode data) {
        ObjectNode envelope = head(1000, "Success");
        envelope.set("data", data);
        return json(status, envelope);
    }

    /** HTTP 200, status code 1000, without data. */
    public static Reply done() {
        return ocpi(200, 1000, "Success");
    }

    /** HTTP 201, status code 1000, without data. */
    public static Reply created() {
        return ocpi(201, 1000, "Success");
    }

    /** An envelope without data. */
    public static Reply ocpi(int status, int statusCode, String message) {
        return json(status, head(statusCode, message));
    }

    /** An envelope, or anything else, as JSON. */
    public static Reply json(int status, JsonNode document) {
        return new Reply(status, new WireHeaders(List.of(JSON)), Body.of(document), Duration.ZERO, Manner.POLITE);
    }

    /** Any body of any type; no type when it is empty. */
    public static Reply raw(int status, String contentType, String text) {
        List<Field> fields = contentType.isEmpty() ? List.of() : List.of(new Field("Content-Type", contentType));
        return new Reply(status, new WireHeaders(fields), Body.of(text), Duration.ZERO, Manner.POLITE);
    }

    /** Only an HTTP status. */
    public static Reply status(int status) {
        return raw(status, "", "");
    }

    /** No answer: the connection is closed. */
    public static Reply drop() {
        return new Reply(0, WireHeaders.NONE, Body.EMPTY, Duration.ZERO, Manner.DROPPED);
    }

    /** The reply with this header set. */
    public Reply with(String name, String value) {
        List<Field> fields = new ArrayList<>(headers.fields());
        fields.removeIf(field -> field.name().equalsIgnoreCase(name));
        fields.add(new Field(name, value));
        return new Reply(status, new WireHeaders(fields), body, delay, manner);
    }

    /** The reply, later. */
    public Reply after(Duration wait) {
        return new Reply(status, headers, body, wait, manner);
    }

    /** The reply without any header that it does not name itself. */
    public Reply bare() {
        return new Reply(status, headers, body, delay, Manner.BARE);
    }

    private static ObjectNode head(int statusCode, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status_code", statusCode)
                .put("status_message", message)
                .put("timestamp", Moments.now());
    }
}
