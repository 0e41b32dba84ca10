package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.Json;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The JSON object around every answer. Spec: transport_and_format_response_format. */
final class Envelope {
    private static final byte[] DATA = "{\"data\":".getBytes(StandardCharsets.UTF_8);

    private Envelope() {}

    /** A success or a refusal with its data. */
    static <R extends Record> Buffer of(Answer<R> answer, Dialect dialect, Instant now) {
        if (answer.rendered().isPresent()) {
            return withRendered(answer, answer.rendered().get(), now);
        }
        ObjectNode envelope = Json.object();
        answer.objects().ifPresent(objects -> {
            ArrayNode written = Json.array();
            for (Document<R> object : objects) {
                written.add(dialect.write(object.value().getClass(), object.json()));
            }
            envelope.set("data", answer.isList() ? written : written.get(0));
        });
        return Buffer.buffer(Json.write(tail(envelope, answer.status(), answer.message(), now)));
    }

    /** A failure, without data. */
    static Buffer of(OcpiException refusal, Instant now) {
        ObjectNode envelope = Json.object();
        return Buffer.buffer(
                Json.write(tail(envelope, refusal.status(), Optional.ofNullable(refusal.getMessage()), now)));
    }

    /** A page's bytes are joined, never parsed again. */
    private static Buffer withRendered(Answer<?> answer, Buffer array, Instant now) {
        String rest = Json.write(tail(Json.object(), answer.status(), answer.message(), now));
        return Buffer.buffer(DATA.length + array.length() + rest.length())
                .appendBytes(DATA)
                .appendBuffer(array)
                .appendString(",")
                .appendString(rest.substring(1));
    }

    private static JsonNode tail(ObjectNode envelope, StatusCode status, Optional<String> message, Instant now) {
        return envelope.put("status_code", status.code())
                .put("status_message", message.orElse(status.meaning()))
                .put("timestamp", DateTimes.format(now));
    }
}
