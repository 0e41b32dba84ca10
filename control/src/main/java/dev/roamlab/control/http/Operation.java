package dev.roamlab.control.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that the API can be asked: routes, checks and the document are made from it.
 *
 * @param <Q> the query's parameters, {@link Nothing} where there are none
 * @param <B> the object in the body, {@link Nothing} where there is none
 * @param <R> the object in the answer, {@link Nothing} where there is none
 * @param path below the API's root, with named segments in braces
 * @param id unique; a client generator makes a method's name of it
 * @param tag the heading it stands under
 * @param says what it does, in a sentence
 * @param more what one has to know besides; may be empty
 * @param bodyOptional whether the body may be left out and then counts as empty
 * @param status of the answer when all went well
 * @param streams whether the answer is a stream of events
 */
public record Operation<Q extends Record, B extends Record, R extends Record>(
        HttpMethod method,
        Path path,
        String id,
        String tag,
        String says,
        String more,
        Class<Q> query,
        Class<B> body,
        boolean bodyOptional,
        int status,
        Class<R> result,
        boolean streams,
        List<Refusal> refusals) {

    /** Stands for an absent query, body or answer. */
    public record Nothing() {}

    /** An answer that is no success, and when it is given. */
    public record Refusal(int status, String when) {}

    public Operation {
        refusals = List.copyOf(refusals);
    }

    /** An operation that takes nothing and answers nothing; the rest is added step by step. */
    public static Operation<Nothing, Nothing, Nothing> of(HttpMethod method, String path, String id, String tag) {
        return new Operation<>(
                method,
                Path.parse(path),
                id,
                tag,
                "",
                "",
                Nothing.class,
                Nothing.class,
                false,
                204,
                Nothing.class,
                false,
                List.of());
    }

    /** What it does, and what one has to know besides. */
    public Operation<Q, B, R> says(String sentence, String besides) {
        return new Operation<>(
                method, path, id, tag, sentence, besides, query, body, bodyOptional, status, result, streams, refusals);
    }

    /** Takes these parameters in its query. */
    public <N extends Record> Operation<N, B, R> asking(Class<N> parameters) {
        return new Operation<>(
                method, path, id, tag, says, more, parameters, body, bodyOptional, status, result, streams, refusals);
    }

    /** Takes this object in its body. */
    public <N extends Record> Operation<Q, N, R> taking(Class<N> object) {
        return new Operation<>(
                method, path, id, tag, says, more, query, object, false, status, result, streams, refusals);
    }

    /** Takes this object in its body; without a body all of its fields are absent. */
    public <N extends Record> Operation<Q, N, R> mayTake(Class<N> object) {
        return new Operation<>(
                method, path, id, tag, says, more, query, object, true, status, result, streams, refusals);
    }

    /** Answers 200 with this object. */
    public <N extends Record> Operation<Q, B, N> answers(Class<N> object) {
        return answers(200, object);
    }

    /** Answers with this object. */
    public <N extends Record> Operation<Q, B, N> answers(int code, Class<N> object) {
        return new Operation<>(
                method, path, id, tag, says, more, query, body, bodyOptional, code, object, streams, refusals);
    }

    /** Answers with a stream of such objects, as server-sent events. */
    public <N extends Record> Operation<Q, B, N> streaming(Class<N> object) {
        return new Operation<>(
                method, path, id, tag, says, more, query, body, bodyOptional, 200, object, true, refusals);
    }

    /** Adds a refusal of its own to those that every operation has. */
    public Operation<Q, B, R> refuses(int code, String when) {
        List<Refusal> more = new ArrayList<>(refusals);
        more.add(new Refusal(code, when));
        return new Operation<>(
                method, path, id, tag, says, this.more, query, body, bodyOptional, status, result, streams, more);
    }

    boolean hasBody() {
        return body != (Class<?>) Nothing.class;
    }

    Optional<Class<R>> resultType() {
        return result == (Class<?>) Nothing.class ? Optional.empty() : Optional.of(result);
    }
}
