package dev.roamlab.node.faults;

import static dev.roamlab.node.faults.Edits.each;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.http.Headers;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.json.DateTimes;
import dev.roamlab.ocpi.json.Json;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Advice that leaves out what is due, does it twice, or does something else. */
final class Behaviours {
    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final List<String> ROUTING =
            List.of(Headers.TO_COUNTRY, Headers.TO_PARTY, Headers.FROM_COUNTRY, Headers.FROM_PARTY);

    private Behaviours() {}

    /** Looks instead of doing it, and says that it is done. Who may not look gets the truth. */
    static Advice swallowed() {
        return (request, onward) -> onward.apply(
                        request.withMethod(HttpMethod.GET).withBody(Buffer.buffer()))
                .map(seen -> seen.status() == 401 ? seen : done(seen));
    }

    private static WireAnswer done(WireAnswer seen) {
        return Messages.edited(
                        seen,
                        each(
                                "",
                                envelope -> envelope.put("status_code", 1000)
                                        .put("status_message", "Success")
                                        .remove("data")))
                .withStatus(seen.status() == 200 ? 200 : 201);
    }

    /** Bodies of a kind are refused with 2001; the node does not see them. */
    static Advice refusingBody(Predicate<JsonNode> refused) {
        return (request, onward) ->
                Messages.json(request.body()).filter(refused).isPresent()
                        ? onward.apply(request.withMethod(HttpMethod.GET).withBody(Buffer.buffer()))
                                .map(seen ->
                                        refusal(seen, 2001, "an invalid value").withStatus(200))
                        : onward.apply(request);
    }

    /** What is refused with an HTTP status is answered like a GET. */
    static Advice likeGetWhenRefused(int httpStatus) {
        return likeGetWhen(answer -> answer.status() == httpStatus);
    }

    /** What is refused with an OCPI status code is answered as if it had been done. */
    static Advice swallowedWhenCode(int statusCode) {
        Advice swallowed = swallowed();
        return (request, onward) -> onward.apply(request)
                .compose(answer -> StatusCodeFaults.hasCode(answer, statusCode)
                        ? swallowed.around(request, onward)
                        : Future.succeededFuture(answer));
    }

    /** What is refused with an OCPI status code is answered like a GET. */
    static Advice likeGetWhenCode(int statusCode) {
        return likeGetWhen(answer -> StatusCodeFaults.hasCode(answer, statusCode));
    }

    private static Advice likeGetWhen(Predicate<WireAnswer> refused) {
        return (request, onward) -> onward.apply(request)
                .compose(answer -> refused.test(answer)
                        ? onward.apply(request.withMethod(HttpMethod.GET).withBody(Buffer.buffer()))
                        : Future.succeededFuture(answer));
    }

    /** Refuses what was answered: no data, and a status code. */
    static WireAnswer refusal(WireAnswer answer, int statusCode, String message) {
        return Messages.edited(
                        answer,
                        each(
                                "",
                                envelope -> envelope.put("status_code", statusCode)
                                        .put("status_message", message)
                                        .remove("data")))
                .withHeaders(Messages.without(answer.headers(), "Link", "X-Total-Count", "X-Limit"));
    }

    /** Refusals that say something are answered with an empty list. */
    static Advice emptyListWhere(String message) {
        return Answers.answer(answer -> answer.body().toString().contains(message)
                ? Messages.edited(
                                answer,
                                each(
                                        "",
                                        envelope -> envelope.put("status_code", 1000)
                                                .put("status_message", "Success")
                                                .putArray("data")))
                        .withStatus(200)
                : answer);
    }

    /** The data alone. */
    static Advice bareData() {
        return Answers.success(answer -> Messages.json(answer.body())
                .filter(envelope -> envelope.hasNonNull("data"))
                .map(envelope -> answer.withBody(Buffer.buffer(Json.write(envelope.get("data")))))
                .orElse(answer));
    }

    /** Errors of HTTP as web servers write them. */
    static Advice errorPage() {
        return Answers.answer(answer -> answer.status() < 400
                ? answer
                : new WireAnswer(
                        answer.status(),
                        MultiMap.caseInsensitiveMultiMap().set("Content-Type", "text/html"),
                        Buffer.buffer("<html><body><h1>Error " + answer.status() + "</h1></body></html>")));
    }

    /** Message ids of other forms are refused. */
    static Advice refusingOddIds() {
        return (request, onward) -> {
            String id = request.headers().get("X-Request-ID");
            return id == null || UUID_FORM.matcher(id).matches()
                    ? onward.apply(request)
                    : onward.apply(request)
                            .map(answer -> refusal(answer, 2001, "X-Request-ID: must be a UUID")
                                    .withStatus(400));
        };
    }

    /** The answer's routing headers are those of the request. */
    static Advice routingNotSwapped() {
        return (request, onward) -> onward.apply(request).map(answer -> {
            MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(answer.headers());
            boolean changed = false;
            for (String name : ROUTING) {
                String asked = request.headers().get(name);
                if (asked != null && !asked.equals(headers.get(name))) {
                    headers.set(name, asked);
                    changed = true;
                }
            }
            return changed ? answer.withHeaders(headers) : answer;
        });
    }

    /** Does not send it, and believes that it arrived. */
    static Advice neverSent() {
        return (request, onward) -> Future.succeededFuture(ok(200));
    }

    /** Sends it again when the answer is there. */
    static Advice twice() {
        return (request, onward) -> onward.apply(request).compose(first -> onward.apply(request));
    }

    private static WireAnswer ok(int httpStatus) {
        String body = Json.write(Json.object()
                .put("status_code", 1000)
                .put("status_message", "Success")
                .put("timestamp", DateTimes.format(Instant.EPOCH)));
        return new WireAnswer(
                httpStatus,
                MultiMap.caseInsensitiveMultiMap().set("Content-Type", "application/json"),
                Buffer.buffer(body));
    }
}
