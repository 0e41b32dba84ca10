package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.node.faults.Edits.Edit;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Spoils messages; what does not change stays the same object. */
final class Messages {
    private Messages() {}

    static boolean isSuccess(WireAnswer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    static WireRequest edited(WireRequest request, Edit edit) {
        return edited(request.body(), edit).map(request::withBody).orElse(request);
    }

    static WireAnswer edited(WireAnswer answer, Edit edit) {
        return edited(answer.body(), edit).map(answer::withBody).orElse(answer);
    }

    private static Optional<Buffer> edited(Buffer body, Edit edit) {
        return json(body).flatMap(tree -> {
            JsonNode changed = tree.deepCopy();
            edit.accept(changed);
            return changed.equals(tree) ? Optional.empty() : Optional.of(Buffer.buffer(Json.write(changed)));
        });
    }

    static Optional<JsonNode> json(Buffer body) {
        try {
            return body.length() == 0 ? Optional.empty() : Optional.of(Json.parse(body.getBytes()));
        } catch (MalformedJson noJson) {
            return Optional.empty();
        }
    }

    static WireRequest header(WireRequest request, String name, UnaryOperator<String> change) {
        return header(request.headers(), name, change).map(request::withHeaders).orElse(request);
    }

    static WireAnswer header(WireAnswer answer, String name, UnaryOperator<String> change) {
        return header(answer.headers(), name, change).map(answer::withHeaders).orElse(answer);
    }

    private static Optional<MultiMap> header(MultiMap headers, String name, UnaryOperator<String> change) {
        String value = headers.get(name);
        if (value == null) {
            return Optional.empty();
        }
        String changed = change.apply(value);
        return changed.equals(value)
                ? Optional.empty()
                : Optional.of(MultiMap.caseInsensitiveMultiMap().addAll(headers).set(name, changed));
    }

    static MultiMap without(MultiMap headers, String... names) {
        MultiMap rest = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        for (String name : names) {
            rest.remove(name);
        }
        return rest;
    }
}
