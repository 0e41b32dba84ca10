package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a handler answers. The data is either objects, still to be written in the caller's version, or bytes that already
 * are.
 *
 * @param <R> the object in the data
 */
public final class Answer<R extends Record> {
    private final int httpStatus;
    private final StatusCode status;
    private final Optional<String> message;
    private final Optional<List<Document<R>>> objects;
    private final Optional<Buffer> rendered;
    private final boolean list;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Answer(
            int httpStatus,
            StatusCode status,
            Optional<String> message,
            Optional<List<Document<R>>> objects,
            Optional<Buffer> rendered,
            boolean list) {
        this.httpStatus = httpStatus;
        this.status = status;
        this.message = message;
        this.objects = objects;
        this.rendered = rendered;
        this.list = list;
    }

    /** Done, nothing to tell. */
    public static <R extends Record> Answer<R> done() {
        return new Answer<>(200, StatusCode.SUCCESS, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** Done, and the object is new (HTTP 201). Spec: status_codes_status_codes. */
    public static <R extends Record> Answer<R> created() {
        return new Answer<>(201, StatusCode.SUCCESS, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** One object. */
    public static <R extends Record> Answer<R> of(Document<R> object) {
        return new Answer<>(
                200, StatusCode.SUCCESS, Optional.empty(), Optional.of(List.of(object)), Optional.empty(), false);
    }

    /** One object of our own making. */
    public static <R extends Record> Answer<R> of(R object) {
        return of(Document.of(object));
    }

    /** A short list that is never paged. */
    public static <R extends Record> Answer<R> list(List<R> objects) {
        return new Answer<>(
                200,
                StatusCode.SUCCESS,
                Optional.empty(),
                Optional.of(objects.stream().map(Document::of).toList()),
                Optional.empty(),
                true);
    }

    /**
     * One page of a list.
     *
     * @param array the JSON array, in the caller's version
     * @param total objects that match the filters, on all pages
     * @param maxLimit the most that a page of ours holds
     * @param nextUrl the URL of the next page; empty on the last
     */
    public static <R extends Record> Answer<R> page(Buffer array, long total, int maxLimit, Optional<String> nextUrl) {
        var answer =
                new Answer<R>(200, StatusCode.SUCCESS, Optional.empty(), Optional.empty(), Optional.of(array), true);
        answer.headers.put(Headers.TOTAL_COUNT, Long.toString(total));
        answer.headers.put(Headers.LIMIT, Integer.toString(maxLimit));
        nextUrl.ifPresent(url -> answer.headers.put(Headers.LINK, "<" + url + ">; rel=\"next\""));
        return answer;
    }

    /** Data that is a bare JSON string. */
    public static <R extends Record> Answer<R> text(String text) {
        Buffer json = Buffer.buffer(Json.write(TextNode.valueOf(text)));
        return new Answer<>(200, StatusCode.SUCCESS, Optional.empty(), Optional.empty(), Optional.of(json), false);
    }

    /** A refusal together with an object, such as a CommandResponse for an unknown location. */
    public static <R extends Record> Answer<R> refusal(StatusCode status, String message, R object) {
        return new Answer<>(
                200, status, Optional.of(message), Optional.of(List.of(Document.of(object))), Optional.empty(), false);
    }

    /** The answer with a header. */
    public Answer<R> with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    int httpStatus() {
        return httpStatus;
    }

    StatusCode status() {
        return status;
    }

    Optional<String> message() {
        return message;
    }

    Optional<List<Document<R>>> objects() {
        return objects;
    }

    Optional<Buffer> rendered() {
        return rendered;
    }

    boolean isList() {
        return list;
    }

    Map<String, String> headers() {
        return headers;
    }
}
