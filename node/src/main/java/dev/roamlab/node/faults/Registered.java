package dev.roamlab.node.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.ocpi.http.WireAnswer;
import dev.roamlab.ocpi.http.WireRequest;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/** Advice that remembers registrations and their tokens. Each has its own memory, used on the node's event loop only. */
final class Registered {
    private static final String AUTHORIZATION = "Authorization";

    private Registered() {}

    /** After the first registration the versions are not there any more. */
    static Advice versionsGone() {
        AtomicBoolean registered = new AtomicBoolean();
        return (request, onward) -> {
            boolean gone = registered.get() && request.module().equals("versions");
            return onward.apply(request).map(answer -> {
                if (isCredentials(request) && method(request, "POST") && Messages.isSuccess(answer)) {
                    registered.set(true);
                }
                return gone && Messages.isSuccess(answer) ? answer.withStatus(404) : answer;
            });
        };
    }

    /**
     * A token that was replaced goes on opening the doors.
     *
     * @param methods by which it was replaced: {@code POST} for a token A, {@code PUT} for a renewed one
     */
    static Advice oldTokenLives(String methods) {
        return rotating(methods, (answer, old) -> answer);
    }

    /** No new token is given: the old one is given again, and stays in use. */
    static Advice sameTokenAgain(String methods) {
        return rotating(methods, (answer, old) -> Messages.edited(answer, Edits.put("data.token", decoded(old))));
    }

    private interface Rotation {
        WireAnswer answer(WireAnswer answer, String oldAuthorization);
    }

    private static Advice rotating(String methods, Rotation rotation) {
        Map<String, String> successors = new HashMap<>();
        return (request, onward) -> {
            String presented = String.valueOf(request.headers().get(AUTHORIZATION));
            String current = presented;
            while (successors.containsKey(current)) {
                current = successors.get(current);
            }
            WireRequest seen = current.equals(presented) ? request : withToken(request, current);
            boolean rotates = isCredentials(request) && method(request, methods);
            String old = current;
            return onward.apply(seen).map(answer -> {
                Optional<String> fresh = rotates ? token(answer) : Optional.empty();
                fresh.filter(token -> !header(token).equals(old))
                        .ifPresent(token -> successors.put(old, header(token)));
                return fresh.isPresent() ? rotation.answer(answer, presented) : answer;
            });
        };
    }

    /** The first token that is used with a partner is used for ever. */
    static Advice firstTokenForEver() {
        Map<String, String> first = new HashMap<>();
        return (request, onward) -> {
            String used = first.computeIfAbsent(
                    request.base(), base -> String.valueOf(request.headers().get(AUTHORIZATION)));
            return onward.apply(used.equals(request.headers().get(AUTHORIZATION)) ? request : withToken(request, used));
        };
    }

    /** Who has no valid token is let in as the one who had one last. */
    static Advice openTo(Predicate<WireRequest> strangers) {
        AtomicReference<Optional<String>> known = new AtomicReference<>(Optional.empty());
        return (request, onward) -> onward.apply(request).compose(answer -> {
            if (answer.status() != 401) {
                known.set(Optional.ofNullable(request.headers().get(AUTHORIZATION)));
                return Future.succeededFuture(answer);
            }
            return letIn(
                    request,
                    answer,
                    java.util.Objects.requireNonNull(known.get()).filter(token -> strangers.test(request)),
                    onward);
        });
    }

    private static Future<WireAnswer> letIn(
            WireRequest request,
            WireAnswer refusal,
            Optional<String> token,
            Function<WireRequest, Future<WireAnswer>> onward) {
        return token.map(borrowed -> onward.apply(withToken(request, borrowed)))
                .orElseGet(() -> Future.succeededFuture(refusal));
    }

    private static boolean isCredentials(WireRequest request) {
        return request.module().equals("credentials");
    }

    private static boolean method(WireRequest request, String methods) {
        return java.util.List.of(methods.split("\\|")).contains(request.method().name());
    }

    private static WireRequest withToken(WireRequest request, String authorization) {
        return request.withHeaders(
                MultiMap.caseInsensitiveMultiMap().addAll(request.headers()).set(AUTHORIZATION, authorization));
    }

    private static Optional<String> token(WireAnswer answer) {
        return Messages.isSuccess(answer)
                ? Messages.json(answer.body())
                        .map(envelope -> envelope.path("data").path("token"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                : Optional.empty();
    }

    private static String header(String token) {
        return "Token " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    /** The token in an Authorization header. */
    static String decoded(String authorization) {
        String text = authorization.substring(authorization.indexOf(' ') + 1).trim();
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException raw) {
            return text;
        }
    }
}
