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
import java.util.Locale;
import java.util.Map;
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

    /**
     * @param label how we are called in logs and reports
     * @param timeout wall time that a partner has for an answer
     */
    public OcpiClient(Vertx vertx, String label, Ids ids, LabClock clock, ExchangeLog log, Duration timeout) {
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
    }

    /**
     * Sends a request.
     *
     * @return the answer; fails with {@link PartnerException} when there is none, or none that means success
     */
    public Future<Reply> send(OutgoingRequest request) {
        String requestId = ids.uuid();
        String correlationId = request.correlationId().orElseGet(ids::uuid);
        RequestOptions options;
        try {
            options = options(request, requestId, correlationId);
        } catch (RuntimeException unusable) {
            return Future.failedFuture(failure(Kind.UNREACHABLE, request, "the URL cannot be called"));
        }
        String body = request.body().map(Json::write).orElse("");
        ExchangeLog.Open open = log.begin(start(request, options, body, requestId, correlationId));
        long start = System.nanoTime();
        Future<HttpClientRequest> connected = connect(options);
        Future<Reply> reply = connected
                .compose(outgoing -> exchange(outgoing, body))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                // Nobody waits for the answer any more, so its connection must not stay taken.
                .onFailure(failed -> connected.onSuccess(HttpClientRequest::reset))
                .onSuccess(answer -> open.answered(answer.message()))
                .compose(answer -> read(request, answer))
                .recover(failed -> Future.failedFuture(translate(request, failed)))
                .onFailure(failed -> open.failed(String.valueOf(failed.getMessage())))
                .onComplete(done -> report(request, done, start, correlationId));
        return clock.holding(request.operation() + " to " + request.to(), reply);
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

    private RequestOptions options(OutgoingRequest request, String requestId, String correlationId) {
        var options = new RequestOptions()
                .setMethod(request.method())
                .setAbsoluteURI(request.url())
                .putHeader(Headers.AUTHORIZATION, Authorization.header(request.token()))
                .putHeader(Headers.REQUEST_ID, requestId)
                .putHeader(Headers.CORRELATION_ID, correlationId)
                .putHeader("Accept", "application/json");
        request.routing().write(options.getHeaders());
        request.body().ifPresent(body -> options.putHeader("Content-Type", "application/json"));
        return options;
    }

    private ExchangeLog.Start start(
            OutgoingRequest request, RequestOptions options, String body, String requestId, String correlationId) {
        return new ExchangeLog.Start(
                Exchange.Protocol.OCPI,
                request.version(),
                request.operation(),
                label,
                request.to(),
                requestId,
                correlationId,
                new Message(request.method() + " " + request.url(), ServerExchange.map(options.getHeaders()), body));
    }

    private Future<Raw> exchange(HttpClientRequest outgoing, String body) {
        Future<HttpClientResponse> sent = body.isEmpty() ? outgoing.send() : outgoing.send(Buffer.buffer(body));
        return sent.compose(this::collect);
    }

    /** Reads an answer of limited length: a partner gone wild must not fill our memory. */
    private Future<Raw> collect(HttpClientResponse response) {
        Promise<Raw> promise = Promise.promise();
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
        response.endHandler(end -> promise.tryComplete(new Raw(response, collected)));
        return promise.future();
    }

    private Future<Reply> read(OutgoingRequest request, Raw raw) {
        int http = raw.response().statusCode();
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
                raw.response().headers()));
    }

    private static String said(OptionalInt status, String message) {
        String code = status.isPresent() ? " " + status.getAsInt() : "";
        return code + (message.isEmpty() ? "" : " (" + message + ")");
    }

    private static String describe(Raw raw) {
        String type = raw.response().getHeader("Content-Type");
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

    private record Raw(HttpClientResponse response, Buffer body) {
        Message message() {
            Map<String, String> headers = ServerExchange.map(response.headers());
            return new Message(String.valueOf(response.statusCode()), headers, body.toString());
        }
    }
}
