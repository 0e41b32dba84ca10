package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roamlab.node.faults.Edits.Edit;
import dev.roamlab.ocpi.http.WireAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Advice that spoils an answer on its way back. */
final class Answers {
    private Answers() {}

    /** Any change of an answer. */
    static Advice answer(UnaryOperator<WireAnswer> change) {
        return (request, onward) -> onward.apply(request).map(change);
    }

    /** A change of the answers that succeed. */
    static Advice success(UnaryOperator<WireAnswer> change) {
        return answer(given -> Messages.isSuccess(given) ? change.apply(given) : given);
    }

    /** Spoils the envelope of answers that succeed. */
    static Advice envelope(Edit edit) {
        return success(given -> Messages.edited(given, edit));
    }

    /** Spoils each object in the data of answers that succeed. */
    static Advice data(Edit edit) {
        return envelope(envelope -> edit.accept(envelope.path("data")));
    }

    /** Spoils the list in the data. */
    static Advice items(Consumer<ArrayNode> edit) {
        return envelope(envelope -> {
            if (envelope.path("data") instanceof ArrayNode list) {
                edit.accept(list);
            }
        });
    }

    /** Puts something else in place of the data. */
    static Advice dataReplaced(UnaryOperator<JsonNode> change) {
        return envelope(envelope -> {
            if (envelope instanceof ObjectNode object && object.hasNonNull("data")) {
                object.set("data", change.apply(object.get("data")));
            }
        });
    }

    /** Answers with one HTTP status instead of another. */
    static Advice httpStatus(int due, int given) {
        return answer(answer -> answer.status() == due ? answer.withStatus(given) : answer);
    }

    /** Answers with one OCPI status code instead of another. */
    static Advice statusCode(int due, int given) {
        return answer(answer -> Messages.edited(answer, envelope -> {
            if (envelope instanceof ObjectNode object
                    && object.path("status_code").asInt() == due) {
                object.put("status_code", given);
            }
        }));
    }

    /** Answers what is refused as if it had been done. */
    static Advice refusalAsSuccess(Predicate<WireAnswer> refusal) {
        return answer(answer -> refusal.test(answer) ? success(answer.withStatus(200)) : answer);
    }

    private static WireAnswer success(WireAnswer answer) {
        return Messages.edited(
                answer,
                Edits.put("status_code", com.fasterxml.jackson.databind.node.IntNode.valueOf(1000))
                        .then(Edits.put("status_message", "Success")));
    }

    /** Changes a header where there is one. */
    static Advice answerHeader(String name, UnaryOperator<String> change) {
        return answer(answer -> Messages.header(answer, name, change));
    }

    /** Sets a header on answers that succeed, present or not. */
    static Advice withAnswerHeader(String name, String value) {
        return success(answer -> value.equals(answer.headers().get(name))
                ? answer
                : answer.withHeaders(MultiMap.caseInsensitiveMultiMap()
                        .addAll(answer.headers())
                        .set(name, value)));
    }

    /** Leaves headers out. */
    static Advice withoutAnswerHeaders(String... names) {
        return answer(answer -> Arrays.stream(names).anyMatch(answer.headers()::contains)
                ? answer.withHeaders(Messages.without(answer.headers(), names))
                : answer);
    }

    /** Puts a text in place of the body. */
    static Advice bodyText(String type, String text) {
        return success(answer -> answer.withHeaders(MultiMap.caseInsensitiveMultiMap()
                        .addAll(answer.headers())
                        .set("Content-Type", type))
                .withBody(Buffer.buffer(text)));
    }
}
