package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.json.Document;
import dev.roamlab.ocpi.json.InvalidObject;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import dev.roamlab.ocpi.operations.Operation;
import dev.roamlab.ocpi.operations.Operation.BodyUse;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests: is it JSON, and is it the object? */
final class Bodies {
    private Bodies() {}

    static Optional<JsonNode> json(BodyUse use, @Nullable Buffer body) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes();
        boolean empty = bytes.length == 0;
        if (use == BodyUse.NONE || (empty && use == BodyUse.OPTIONAL)) {
            return Optional.empty();
        }
        if (empty) {
            throw OcpiException.badRequest("the body is empty, where a JSON object is due");
        }
        try {
            return Optional.of(Json.parse(bytes));
        } catch (MalformedJson malformed) {
            // Such a body is JSON, and as HTTP it has arrived well.
            throw malformed.isOutOfBounds()
                    ? OcpiException.invalid("in the body: " + malformed.getMessage())
                    : OcpiException.badRequest("the body is not JSON: " + malformed.getMessage());
        }
    }

    static <B extends Record> ObjectNode changes(Operation<B, ?> operation, Dialect dialect, JsonNode wire) {
        JsonNode model = dialect.read(operation.bodyType().orElseThrow(), wire, true);
        if (model instanceof ObjectNode object) {
            return object;
        }
        throw OcpiException.invalid("the body must be a JSON object with the fields that change");
    }

    static <B extends Record> Document<B> object(Operation<B, ?> operation, Dialect dialect, JsonNode wire) {
        Class<B> type = operation.bodyType().orElseThrow();
        try {
            return dialect.decode(type, wire);
        } catch (InvalidObject invalid) {
            throw OcpiException.invalid(String.valueOf(invalid.getMessage()));
        }
    }
}
