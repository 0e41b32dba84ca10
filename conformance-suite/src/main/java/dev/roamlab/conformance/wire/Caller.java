package dev.roamlab.conformance.wire;

import dev.roamlab.conformance.wire.WireExchange.Direction;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Calls the system under test and waits for its answer. To be used by checks' threads, never on an event loop. */
public final class Caller {
    /** Answers that say "not now" rather than anything about the request. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);
    /** So many calls in a row without any answer, and the system is taken to be away: then waiting is short. */
    private static final int DEAD_AFTER = 3;

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final HttpClient client;
    private final Recorder recorder;
    private final Function<URI, Optional<Target>> targets;
    private final AtomicInteger silent = new AtomicInteger();

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
        for (int tries = 0; tries < request.patience() && PASSING.contains(exchange.status()); tries++) {
            pause(exchange);
            exchange = attempt(request);
        }
        if (!exchange.answered()) {
            throw new WireTrouble(
                    request.method() + " " + request.uri() + ": "
                            + exchange.failure().orElse("no answer"),
                    exchange);
        }
        if (request.patience() > 0 && PASSING.contains(exchange.status())) {
            throw new WireTrouble(
                    request.method() + " " + request.uri() + ": HTTP " + exchange.status() + " after "
                            + (request.patience() + 1) + " attempts",
                    exchange);
        }
        return exchange;
    }

    /** Sends a request once; an exchange without an answer when none came. */
    public WireExchange attempt(Outgoing request) {
        Recorder.Open open = recorder.begin(
                Direction.TO_SUT,
                request.method(),
                request.uri(),
                targets.apply(request.uri()),
                request.headers(),
                request.body());
        Duration timeout = isAway() && request.timeout().compareTo(SHORT) > 0 ? SHORT : request.timeout();
        try {
            Received received = exchange(request, timeout)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(timeout.toMillis() + 500, TimeUnit.MILLISECONDS);
            silent.set(0);
            return open.answered(received.status(), received.headers(), Body.of(received.body()));
        } catch (ExecutionException noAnswer) {
            silent.incrementAndGet();
            return open.failed(reason(noAnswer.getCause(), timeout));
        } catch (TimeoutException noAnswer) {
            silent.incrementAndGet();
            return open.failed("no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return open.failed("interrupted");
        }
    }

    /** Whether the last calls had no answer at all. */
    public boolean isAway() {
        return silent.get() >= DEAD_AFTER;
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
            return "no answer within " + timeout.toMillis() + " ms";
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
