package dev.roamlab.ocpi.http;

import dev.roamlab.lab.Exchange;
import dev.roamlab.lab.Exchange.Message;
import dev.roamlab.lab.ExchangeLog;
import dev.roamlab.lab.LabClock;
import dev.roamlab.ocpi.json.Dialect;
import dev.roamlab.ocpi.partner.Caller;
import dev.roamlab.ocpi.types.OcpiVersion;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request on its way through the server: the only place that writes answers, logs them and records them. */
final class ServerExchange {
    private static final String KEY = "exchange";

    private static final Logger LOG = LoggerFactory.getLogger(OcpiServer.class);

    private final RoutingContext context;
    private final String label;
    private final LabClock clock;
    private final ExchangeLog log;
    private final ExchangeLog.Moment arrived;
    private final List<String> notes = new ArrayList<>();
    private Optional<Caller> caller = Optional.empty();
    private String version = "";
    private String operation;
    private Routing routing = Routing.NONE;

    private ServerExchange(RoutingContext context, String label, LabClock clock, ExchangeLog log) {
        this.context = context;
        this.label = label;
        this.clock = clock;
        this.log = log;
        this.arrived = log.now();
        this.operation = context.request().method().name();
    }

    static ServerExchange open(RoutingContext context, String label, LabClock clock, ExchangeLog log) {
        ServerExchange exchange = new ServerExchange(context, label, clock, log);
        context.put(KEY, exchange);
        return exchange;
    }

    static ServerExchange of(RoutingContext context) {
        return context.get(KEY);
    }

    void admitted(Authorization.Admission admission) {
        caller = Optional.of(admission.caller());
        notes.addAll(admission.notes());
    }

    void note(String oddity) {
        notes.add(oddity);
    }

    Caller caller() {
        return caller.orElseThrow();
    }

    private String callerLabel() {
        return caller.map(Caller::label).orElse("?");
    }

    void version(OcpiVersion called, String module) {
        version = called.value();
        operation(context.request().method() + " " + module);
    }

    void operation(String name) {
        operation = name;
    }

    void routing(Routing ofAnswer) {
        routing = ofAnswer;
    }

    String correlationId() {
        return Optional.ofNullable(context.request().getHeader(Headers.CORRELATION_ID))
                .orElse("");
    }

    /** Answers; what fails on the way, before anything was sent, is thrown. */
    <R extends Record> boolean answer(Answer<R> answer, Dialect dialect) {
        respond(answer.httpStatus(), answer.status(), answer.headers(), Envelope.of(answer, dialect, clock.instant()));
        return true;
    }

    /** Ends with a failure of the endpoint's future. */
    void settle(Throwable failure, Dialect dialect) {
        if (failure instanceof OcpiException refusal) {
            refuse(refusal.inWordsOf(dialect));
        } else {
            fail(failure);
        }
    }

    void refuse(OcpiException refusal) {
        Map<String, String> headers = refusal.allowedMethods().isEmpty()
                ? Map.of()
                : Map.of("Allow", String.join(", ", refusal.allowedMethods()));
        respond(refusal.httpStatus(), refusal.status(), headers, Envelope.of(refusal, clock.instant()));
    }

    /** A fault of ours: the trace goes to the log, never to the wire. */
    void fail(Throwable fault) {
        LOG.error("{} {} failed, corr={}", operation, context.request().path(), correlationId(), fault);
        refuse(OcpiException.of(StatusCode.SERVER_ERROR, "an internal problem; the operator has been told"));
    }

    private void respond(int httpStatus, StatusCode status, Map<String, String> headers, Buffer body) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(httpStatus);
        response.putHeader("Content-Type", "application/json");
        HttpServerRequest request = context.request();
        copy(request, response, Headers.REQUEST_ID);
        copy(request, response, Headers.CORRELATION_ID);
        routing.write(response.headers());
        headers.forEach(response::putHeader);
        if (httpStatus == 401) {
            response.putHeader("WWW-Authenticate", "Token");
        }
        record(httpStatus, response.headers(), body);
        response.end(body);
        LOG.info(
                "ocpi ← {} {} {} {}/{} {} ms corr={}{}",
                callerLabel(),
                request.method(),
                request.path(),
                httpStatus,
                status.code(),
                (System.nanoTime() - arrived.nanos()) / 1_000_000,
                correlationId(),
                notes.isEmpty() ? "" : " note=" + notes);
    }

    private static void copy(HttpServerRequest request, HttpServerResponse response, String header) {
        String value = request.getHeader(header);
        if (value != null) {
            response.putHeader(header, value);
        }
    }

    private void record(int httpStatus, MultiMap headers, Buffer body) {
        if (!log.isHeard()) {
            return;
        }
        HttpServerRequest request = context.request();
        String requestId =
                Optional.ofNullable(request.getHeader(Headers.REQUEST_ID)).orElse("");
        Buffer sent = context.body() == null ? null : context.body().buffer();
        log.observe(
                        new ExchangeLog.Start(
                                Exchange.Protocol.OCPI,
                                version,
                                operation,
                                callerLabel(),
                                label,
                                requestId,
                                correlationId(),
                                new Message(
                                        request.method() + " " + request.absoluteURI(),
                                        map(request.headers()),
                                        sent == null ? "" : sent.toString())),
                        arrived)
                .ifPresent(open -> {
                    notes.forEach(open::note);
                    open.answered(new Message(String.valueOf(httpStatus), map(headers), body.toString()));
                });
    }

    static Map<String, String> map(MultiMap headers) {
        Map<String, String> map = new LinkedHashMap<>();
        headers.forEach(header -> map.merge(header.getKey(), header.getValue(), (one, two) -> one + ", " + two));
        return map;
    }
}
