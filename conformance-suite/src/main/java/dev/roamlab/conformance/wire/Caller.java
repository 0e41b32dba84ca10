package dev.roamlab.conformance.wire;

import dev.roamlab.conformance.wire.WireExchange.Direction;
import dev.roamlab.conformance.wire.WireHeaders.Field;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Calls the system under test and waits for its answer. To be used by checks' threads, never on an event loop. */
public final class Caller {
    /** Answers that say "not now" rather than anything about the request. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    /** Those after which the request has certainly not been carried out, so that repeating it cannot do anything twice. */
    private static final Set<Integer> NOT_DONE = Set.of(429, 503);

    private static final Pattern OWN_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    /** How the reason begins when no answer came in time. */
    static final String LATE = "no answer within";

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Recorder recorder;
    private final Function<URI, Optional<Target>> targets;
    private final Silence silence = new Silence();

    /** @param targets tells what a URL of the system under test is */
    public Caller(Vertx vertx, Recorder recorder, Function<URI, Optional<Target>> targets) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setDecompressionSupported(true).setMaxHeaderSize(64 * 1024),
                new PoolOptions().setHttp1MaxSize(64));
        this.recorder = recorder;
        this.targets = targets;
    }

    /**
     * Sends a request and waits for the answer, whatever it is.
     *
     * @throws WireTrouble when no answer comes, or only ones that say "not now"
     */
    public WireExchange send(Outgoing request) {
        WireExchange exchange = attempt(request);
        for (int tries = 0; tries < request.patience() && isWorthRepeating(exchange); tries++) {
            pause(exchange);
            exchange = attempt(anew(request));
        }
        if (!exchange.answered()) {
            throw new WireTrouble(
                    request.method() + " " + request.uri() + ": "
                            + exchange.failure().orElse("no answer"),
                    exchange);
        }
        if (request.patience() > 0 && PASSING.contains(exchange.status())) {
            throw new WireTrouble(
                    request.method() + " " + request.uri() + ": HTTP " + exchange.status() + ", as before", exchange);
        }
        return exchange;
    }

    /** Whether an answer says "not now" rather than anything about the request. */
    static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /** A lost answer may mean that the request was carried out: only what changes nothing is repeated then. */
    private static boolean isWorthRepeating(WireExchange exchange) {
        if (SAFE.contains(exchange.method())) {
            return exchange.lost() || PASSING.contains(exchange.status());
        }
        return NOT_DONE.contains(exchange.status());
    }

    /** Every request has an id of its own, a repetition as well; one that a check has chosen stays. */
    private static Outgoing anew(Outgoing request) {
        List<Field> fields = request.headers().fields().stream()
                .map(field -> field.name().equalsIgnoreCase("X-Request-ID")
                                && OWN_ID.matcher(field.value()).matches()
                        ? new Field(field.name(), UUID.randomUUID().toString())
                        : field)
                .toList();
        return new Outgoing(
                request.method(),
                request.uri(),
                new WireHeaders(fields),
                request.body(),
                request.timeout(),
                request.patience());
    }

    /**
     * Sends a request once; an exchange without an answer when none came.
     *
     * @throws WireTrouble when the place has been silent for so long that it is not called
     */
    public WireExchange attempt(Outgoing request) {
        Optional<Target> target = targets.apply(request.uri());
        String place = target.map(Caller::place).orElse(request.uri().getAuthority());
        silence.refusal(place).ifPresent(trouble -> {
            throw trouble;
        });
        Recorder.Open open = recorder.begin(
                Direction.TO_SUT, request.method(), request.uri(), target, request.headers(), request.body());
        Duration timeout = silence.patience(place, request.timeout());
        try {
            Received received = exchange(request, timeout)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(timeout.toMillis() + 500, TimeUnit.MILLISECONDS);
            silence.answered(place);
            return open.answered(received.status(), received.headers(), Body.of(received.body()));
        } catch (ExecutionException noAnswer) {
            return silent(place, open.failed(reason(noAnswer.getCause(), timeout)));
        } catch (TimeoutException noAnswer) {
            return silent(place, open.failed(LATE + " " + timeout.toMillis() + " ms"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return open.failed("interrupted");
        }
    }

    /** Whether the last calls had no answer at all. */
    public boolean isAway() {
        return silence.isEverywhere();
    }

    private WireExchange silent(String place, WireExchange exchange) {
        silence.silent(place, exchange);
        return exchange;
    }

    private static String place(Target target) {
        return target.module()
                + target.side()
                        .map(side -> " (" + side.name().toLowerCase(Locale.ROOT) + ")")
                        .orElse("")
                + target.version().map(version -> " of " + version.spelling()).orElse("");
    }

    private record Received(int status, WireHeaders headers, byte[] body) {}

    private Future<Received> exchange(Outgoing request, Duration timeout) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setAbsoluteURI(request.uri().toString())
                .setFollowRedirects(false)
                .setConnectTimeout(timeout.toMillis())
                .setTimeout(timeout.toMillis());
        return client.request(options).compose(call -> {
            MultiMap headers = call.headers();
            request.headers().fields().forEach(field -> headers.add(field.name(), field.value()));
            return sent(call, request.body())
                    .compose(answer -> answer.body()
                            .map(body -> new Received(
                                    answer.statusCode(), WireHeaders.of(answer.headers()), body.getBytes())));
        });
    }

    private static Future<io.vertx.core.http.HttpClientResponse> sent(HttpClientRequest call, Body body) {
        return body.isEmpty() ? call.send() : call.send(Buffer.buffer(body.bytes()));
    }

    private static String reason(Throwable cause, Duration timeout) {
        if (cause instanceof TimeoutException
                || cause.getClass().getSimpleName().contains("Timeout")) {
            return LATE + " " + timeout.toMillis() + " ms";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static void pause(WireExchange answer) {
        long seconds = answer.responseHeaders()
                .first("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(Long::parseLong)
                .orElse(0L);
        Duration wait = seconds == 0 ? Duration.ofMillis(200) : Duration.ofSeconds(seconds);
        try {
            TimeUnit.NANOSECONDS.sleep((wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait).toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
