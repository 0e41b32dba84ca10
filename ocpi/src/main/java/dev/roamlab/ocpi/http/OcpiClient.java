package dev.roamlab.ocpi.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.Ids;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.http.PartnerException.Kind;
import dev.roamlab.ocpi.json.Json;
import dev.roamlab.ocpi.json.MalformedJson;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends OCPI requests and insists on OCPI answers. Every request is recorded, holds lab time until it is answered, and ends
 * within the time-out.
 */
public final class OcpiClient {
    private static final Logger LOG = LoggerFactory.getLogger(OcpiClient.class);
    private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int CONNECTIONS_PER_PARTNER = 16;

    private final HttpClient http;
    private final String label;
    private final Ids ids;
    private final LabClock clock;
    private final ExchangeLog log;
    private final Duration timeout;
    private final WireTap tap;

    /**
     * @param label how we are called in logs and reports
     * @param timeout wall time that a partner has for an answer
     */
    public OcpiClient(Vertx vertx, String label, Ids ids, LabClock clock, ExchangeLog log, Duration timeout) {
        this(vertx, label, ids, clock, log, timeout, WireTap.NONE);
    }

    /** As {@link #OcpiClient(Vertx, String, Ids, LabClock, ExchangeLog, Duration)}, with something on the wire. */
    public OcpiClient(
            Vertx vertx, String label, Ids ids, LabClock clock, ExchangeLog log, Duration timeout, WireTap tap) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setTcpNoDelay(true)
                        .setDecompressionSupported(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_PARTNER));
        this.label = label;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
        this.timeout = timeout;
        this.tap = tap;
    }

    /**
     * Sends a request.
     *
     * @return the answer; fails with {@link PartnerException} when there is none, or none that means success
     */
    public Future<Reply> send(OutgoingRequest request) {
        String requestId = ids.uuid();
        String correlationId = request.correlationId().orElseGet(ids::uuid);
        WireRequest wire = wire(request, requestId, correlationId);
        long start = System.nanoTime();
        Future<WireAnswer> answer =
                tap.isIdle() ? cross(request, wire) : tap.sent(wire, changed -> cross(request, changed));
        Future<Reply> reply = answer.compose(given -> read(request, given))
                .recover(failed -> Future.failedFuture(translate(request, failed)))
                .onComplete(done -> report(request, done, start, correlationId));
        return clock.holding(request.operation() + " to " + request.to(), reply);
    }

    private static WireRequest wire(OutgoingRequest request, String requestId, String correlationId) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set(Headers.AUTHORIZATION, Authorization.header(request.token()))
                .set(Headers.REQUEST_ID, requestId)
                .set(Headers.CORRELATION_ID, correlationId)
                .set("Accept", "application/json");
        request.routing().write(headers);
        request.body().ifPresent(body -> headers.set("Content-Type", "application/json"));
        return new WireRequest(
                request.version(),
                request.operation().substring(request.operation().indexOf(' ') + 1),
                List.of(),
                request.method(),
                request.url(),
                headers,
                Buffer.buffer(request.body().map(Json::write).orElse("")));
    }

    /** Over the wire and back, recorded as it crosses. */
    private Future<WireAnswer> cross(OutgoingRequest request, WireRequest wire) {
        RequestOptions options;
        try {
            options = new RequestOptions()
                    .setMethod(wire.method())
                    .setAbsoluteURI(wire.url())
                    .setHeaders(wire.headers());
        } catch (RuntimeException unusable) {
            return Future.failedFuture(failure(Kind.UNREACHABLE, request, "the URL cannot be called"));
        }
        ExchangeLog.Open open = log.begin(start(request, wire));
        Future<HttpClientRequest> connected = connect(options);
        return connected
                .compose(outgoing -> exchange(outgoing, wire.body()))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                // Nobody waits for the answer any more, so its connection must not stay taken.
                .onFailure(failed -> connected.onSuccess(HttpClientRequest::reset))
                .onSuccess(answer -> open.answered(message(answer)))
                .recover(failed -> Future.failedFuture(translate(request, failed)))
                .onFailure(failed -> open.failed(String.valueOf(failed.getMessage())));
    }

    private static void report(OutgoingRequest request, AsyncResult<Reply> done, long start, String correlationId) {
        String outcome = done.succeeded()
                ? done.result().httpStatus() + "/" + done.result().statusCode()
                : String.valueOf(done.cause().getMessage());
        LOG.info(
                "ocpi → {} {} {} {} {} ms corr={}",
                request.to(),
                request.method(),
                request.url(),
                outcome,
                (System.nanoTime() - start) / 1_000_000,
                correlationId);
    }

    private Future<HttpClientRequest> connect(RequestOptions options) {
        try {
            return http.request(options);
        } catch (RuntimeException unusable) {
            return Future.failedFuture(unusable);
        }
    }

    /** Closes idle connections and refuses further requests. */
    public Future<Void> close() {
        return http.close();
    }

    private ExchangeLog.Start start(OutgoingRequest request, WireRequest wire) {
        return new ExchangeLog.Start(
                Exchange.Protocol.OCPI,
                request.version(),
                request.operation(),
                label,
                request.to(),
                text(wire.headers(), Headers.REQUEST_ID),
                text(wire.headers(), Headers.CORRELATION_ID),
                new Message(
                        wire.method() + " " + wire.url(),
                        ServerExchange.map(wire.headers()),
                        wire.body().toString()));
    }

    private static String text(MultiMap headers, String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }

    private Future<WireAnswer> exchange(HttpClientRequest outgoing, Buffer body) {
        Future<HttpClientResponse> sent = body.length() == 0 ? outgoing.send() : outgoing.send(body);
        return sent.compose(this::collect);
    }

    /** Reads an answer of limited length: a partner gone wild must not fill our memory. */
    private Future<WireAnswer> collect(HttpClientResponse response) {
        Promise<WireAnswer> promise = Promise.promise();
        Buffer collected = Buffer.buffer();
        response.handler(chunk -> {
            if (collected.length() + chunk.length() > MAX_ANSWER_BYTES) {
                response.request().reset();
                promise.tryFail(new IllegalStateException("the answer is longer than " + MAX_ANSWER_BYTES + " bytes"));
            } else {
                collected.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(promise::tryFail);
        response.endHandler(
                end -> promise.tryComplete(new WireAnswer(response.statusCode(), response.headers(), collected)));
        return promise.future();
    }

    private Future<Reply> read(OutgoingRequest request, WireAnswer raw) {
        int http = raw.status();
        JsonNode envelope;
        try {
            envelope = Json.parse(raw.body().getBytes());
        } catch (MalformedJson malformed) {
            return Future.failedFuture(failure(
                    http >= 300 ? Kind.HTTP_ERROR : Kind.NOT_OCPI,
                    request,
                    "answered HTTP " + http + " with " + describe(raw) + " instead of JSON",
                    OptionalInt.of(http),
                    OptionalInt.empty()));
        }
        JsonNode code = envelope.path("status_code");
        OptionalInt status = code.isInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty();
        String message = envelope.path("status_message").asText("");
        if (http >= 300) {
            return Future.failedFuture(failure(
                    Kind.HTTP_ERROR,
                    request,
                    "answered HTTP " + http + said(status, message),
                    OptionalInt.of(http),
                    status));
        }
        if (status.isEmpty()) {
            return Future.failedFuture(failure(
                    Kind.NOT_OCPI,
                    request,
                    "answered HTTP " + http + " without status_code",
                    OptionalInt.of(http),
                    status));
        }
        if (status.getAsInt() / 1000 != 1) {
            return Future.failedFuture(failure(
                    Kind.OCPI_ERROR, request, "answered" + said(status, message), OptionalInt.of(http), status));
        }
        JsonNode data = envelope.path("data");
        return Future.succeededFuture(new Reply(
                http,
                status.getAsInt(),
                data.isMissingNode() || data.isNull() ? Optional.empty() : Optional.of(data),
                raw.headers()));
    }

    private static String said(OptionalInt status, String message) {
        String code = status.isPresent() ? " " + status.getAsInt() : "";
        return code + (message.isEmpty() ? "" : " (" + message + ")");
    }

    private static String describe(WireAnswer raw) {
        String type = raw.headers().get("Content-Type");
        if (raw.body().length() == 0) {
            return "nothing";
        }
        return type == null ? "something" : type.toLowerCase(Locale.ROOT);
    }

    private static PartnerException translate(OutgoingRequest request, Throwable failed) {
        if (failed instanceof PartnerException known) {
            return known;
        }
        if (failed instanceof TimeoutException) {
            return failure(Kind.TIMEOUT, request, "did not answer in time");
        }
        return failure(Kind.UNREACHABLE, request, "cannot be reached (" + reason(failed) + ")");
    }

    private static String reason(Throwable failed) {
        String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message;
    }

    private static PartnerException failure(Kind kind, OutgoingRequest request, String what) {
        return failure(kind, request, what, OptionalInt.empty(), OptionalInt.empty());
    }

    private static PartnerException failure(
            Kind kind, OutgoingRequest request, String what, OptionalInt http, OptionalInt status) {
        return new PartnerException(
                kind,
                request.to() + " " + what + " to " + request.method() + " " + request.url(),
                http,
                status,
                Optional.of(request.url()));
    }

    private static Message message(WireAnswer answer) {
        return new Message(
                String.valueOf(answer.status()),
                ServerExchange.map(answer.headers()),
                answer.body().toString());
    }
}
